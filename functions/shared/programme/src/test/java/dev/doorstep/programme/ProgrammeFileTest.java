package dev.doorstep.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

class ProgrammeFileTest {

    @Test
    void readsTheShippedFileAsTheFunctionsDo() throws IOException {
        assertThat(Programme.of(shipped().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Programme.load(new Environment(Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "delay": "P1D"            | "delay": "1 day"        | /touchpoints/delivery/delay
                    "delay": "P1D"            | "delay": "-P1D"         | /touchpoints/delivery
                    "metric": "NPS"           | "metric": "STARS"       | /touchpoints/delivery/metric
                    "reminderAfter": "P3D"    | "remindAfter": "P3D"    | /touchpoints/delivery/reminderAfter
                    "return":                 | "returns":              | /touchpoints/returns
                    "anySurvey": "P30D"       | "anySurvey": "a month"  | /caps/anySurvey
                    "timeZone": "Europe/Berlin" | "timeZone": "Berlin"  | /timeZone
                    "09:00-20:00"             | "20:00-09:00"           | /sendingHours
                    "09:00-20:00"             | "9-20"                  | /sendingHours
                    "monday":                 | "moonday":              | /support/hours/moonday
                    "friday": "09:00-17:00"   | "friday": "17:00-09:00" | /support/hours/friday
                    "2026-12-25"              | "25.12.2026"            | /support/holidays
                    "normalPromise": "PT8H"   | "normalPromise": "PT0S" | /support
                    "EUR": 200                | "EUR": null             | /support/urgentOrderValue/EUR
                    "overdueAfter": "PT12H"   | "overdueAfter": "P15D"  | /news
                    "addresses": \\[.*\\]    | "addresses": ["support"] | /digest/addresses
                    "keepFor": "P730D"        | "keepFor": "2 years"    | /retention/keepFor
                    "keepFor": "P730D"        | "keepFor": "-P730D"     | /retention/keepFor
                    "keepFor": "P730D"        | "keepFor": "P76D"       | /retention/keepFor
                    "keepFor":                | "keptFor":              | /retention/keepFor
                    """)
    void namesThePlaceOfWhatIsWrong(String right, String wrong, String place) throws IOException {
        String json = shipped().replaceFirst(right, wrong);

        assertThatThrownBy(() -> Programme.of(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.field()).isEqualTo(place));
    }

    @Test
    void keepsForLongerThanAnOrderCanBeAnswered() throws IOException {
        String tooShort = shipped().replace("P730D", "P76D");
        String longEnough = shipped().replace("P730D", "P77D");

        assertThatThrownBy(() -> Programme.of(tooShort.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("must be longer than 76 days");
        assertThat(Programme.of(longEnough.getBytes(StandardCharsets.UTF_8)).retention())
                .contains(new RetentionPlan(Duration.ofDays(77)));
    }

    @Test
    void keepsForEverWhereNothingIsSaid() throws IOException {
        String silent = shipped().replace("\"retention\":", "\"notes\":");

        assertThat(Programme.of(silent.getBytes(StandardCharsets.UTF_8)).retention()).isEmpty();
    }

    @Test
    void keepsForAsLongAsTheEnvironmentSays() {
        assertThat(Programme.load(new Environment(Map.of("RETENTION_KEEP_FOR", ""))).retention())
                .contains(new RetentionPlan(Duration.ofDays(730)));
        assertThat(
                        Programme.load(new Environment(Map.of("RETENTION_KEEP_FOR", "PT1M")))
                                .retention())
                .contains(new RetentionPlan(Duration.ofMinutes(1)));
    }

    private static String shipped() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProgrammeFile.class.getResourceAsStream("programme.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
