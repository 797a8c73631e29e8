package dev.doorstep.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class GroupsTest {
    private static final Groups GROUPS =
            new Groups("groups", "doorstep-viewers", "doorstep-agents", "doorstep-leads");

    @Test
    void letsEachRoleHoldTheOnesBelowIt() {
        assertThat(GROUPS.roles(List.of("doorstep-viewers"))).containsExactly(Role.VIEWER);
        assertThat(GROUPS.roles(List.of("doorstep-agents")))
                .containsExactly(Role.VIEWER, Role.AGENT);
        assertThat(GROUPS.roles(List.of("everyone", "doorstep-leads")))
                .containsExactly(Role.VIEWER, Role.AGENT, Role.LEAD);
        assertThat(GROUPS.roles(List.of("everyone"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doorstep-agents",
                "[doorstep-agents]",
                "[a doorstep-agents b]",
                "[doorstep-viewers doorstep-agents]"
            })
    void readsGroupsAsApiGatewayWritesThem(String claim) {
        assertThat(GROUPS.rolesByClaims(Map.of("groups", claim)))
                .containsExactlyInAnyOrder(Role.VIEWER, Role.AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doorstep-agents2",
                "doorstep-agents doorstep-leads",
                "[doorstep-agents",
                "doorstep-leads]",
                "[[doorstep-agents]]",
                "[DOORSTEP-AGENTS]",
                "[]",
                ""
            })
    void givesNothingForWhatIsNoGroupOfOurs(String claim) {
        assertThat(GROUPS.rolesByClaims(Map.of("groups", claim))).isEmpty();
    }

    @Test
    void looksAtNoOtherClaim() {
        assertThat(GROUPS.rolesByClaims(Map.of("cognito:groups", "doorstep-leads"))).isEmpty();
        assertThat(GROUPS.rolesByClaims(Map.of())).isEmpty();
    }

    @Test
    void admitsWhoHasTheRoleAndIsNamed() {
        HttpResponse answer =
                GROUPS.admit(
                        request(Map.of("groups", "[doorstep-leads]", "sub", "lead-1")),
                        Role.LEAD,
                        person -> HttpResponse.json(200, Map.of("person", person)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("lead-1");
    }

    @Test
    void turnsAwayWhoHasNotTheRoleOrIsNotNamed() {
        assertThat(refusal(Map.of("groups", "[doorstep-agents]", "sub", "agent-1"))).isEqualTo(403);
        assertThat(refusal(Map.of("groups", "[doorstep-leads]"))).isEqualTo(401);
        assertThat(refusal(Map.of())).isEqualTo(403);
    }

    private static int refusal(Map<String, String> claims) {
        return GROUPS.admit(
                        request(claims),
                        Role.LEAD,
                        _ -> {
                            throw new AssertionError("somebody was admitted");
                        })
                .status();
    }

    private static HttpRequest request(Map<String, String> claims) {
        return new HttpRequest(
                "GET", "/", Map.of(), Map.of(), Map.of(), Map.of(), claims, new byte[0]);
    }
}
