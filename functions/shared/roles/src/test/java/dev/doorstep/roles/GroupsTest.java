package dev.doorstep.roles;

import static org.assertj.core.api.Assertions.assertThat;

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
}
