package dev.doorstep.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class LandingPlaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk?state=open&cursor=a/b?c",
                "/desk/cases/A-1001~delivery",
                "/desk/cases/A%2F1~delivery",
                "/desk/cases/A%201%23%C3%A9",
                "/insights",
                "/insights?from=2026-11-01&by=carrier",
                "/insights/delivery",
                "/insights/delivery/..."
            })
    void leadsToThePagesOfTheDeskAndOfInsights(String place) {
        assertThat(LandingPlace.of(Optional.of(place))).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "insights",
                "/insightsx",
                "/insights-x",
                "/insights.evil.example",
                "/insights@evil.example",
                "/insights:8080",
                "/insights%2Fevil",
                "/Insights",
                "/%69nsights",
                "/insights/",
                "/insights#evil",
                "/insights//evil.example",
                "/insights/desk//evil.example",
                "/insights/../evil",
                "/insights/./evil",
                "/insights/..",
                "/insights/%2e%2E/evil",
                "/insights/.%2e/evil",
                "/insights/%2e",
                "/insights/..%2f..%2Fevil",
                "/insights/a%5c..%5Cevil",
                "/insights\\evil",
                "/insights/\\evil.example",
                "/insights/<script>",
                "/insights/a b",
                "/insights\n",
                "/insights\r\nset-cookie: a=b",
                "/insights?a=\r\nb",
                "/customer-data/export",
                "/desk/insights/../../evil",
                "//evil",
                "//evil.example/insights",
                "///insights",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "%2F%2Fevil.example",
                "\t//evil.example",
                "https://evil.example/insights",
                "https:/insights",
                "javascript:alert(1)//insights",
                "/desk/sign-in",
                "/desk/signed-in?code=1",
                "/desk/sign-out"
            })
    void leadsNowhereElse(String place) {
        assertThat(LandingPlace.of(Optional.of(place))).isEqualTo("/desk");
    }

    @Test
    void leadsToTheDeskWhereNothingElseIsAskedFor() {
        assertThat(LandingPlace.of(Optional.empty())).isEqualTo("/desk");
        assertThat(LandingPlace.of(Optional.of("/insights/" + "x".repeat(1_000))))
                .isEqualTo("/desk");
    }
}
