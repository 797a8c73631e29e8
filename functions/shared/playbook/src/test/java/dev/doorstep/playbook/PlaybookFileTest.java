package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class PlaybookFileTest {
    private static final String GOOD =
            """
            {
              "voucherLimits": [
                { "kind": "amount", "currency": "EUR", "vouchersPerMonth": 2, "amountPerMonth": 30 },
                { "kind": "percentage", "vouchersPerMonth": 1, "from": "2026-01", "until": "2026-06" }
              ],
              "rules": [
                {
                  "id": "late",
                  "title": { "en": "It came late", "de": "Zu spät" }, "practice": "whole-journey",
                  "when": {
                    "touchpoints": ["delivery"],
                    "score": { "metric": "NPS", "min": 0, "max": 6 },
                    "reasons": ["late", "carrier"],
                    "orderValue": { "EUR": { "min": 10, "max": 20 } },
                    "earlierCases": { "min": 0, "max": 3 }
                  },
                  "actions": ["apologise", { "voucher": { "amounts": { "EUR": 5 } } }]
                },
                {
                  "id": "else",
                  "title": { "en": "Else", "de": "Sonst" }, "practice": "training",
                  "actions": ["refund-shipping"]
                }
              ]
            }
            """;

    @Test
    void readsAPlaybook() {
        assertThat(Playbook.read("mine.json", GOOD).rules())
                .extracting(Rule::id)
                .containsExactly("late", "else");
    }

    @ParameterizedTest
    @MethodSource({"words", "values", "senseless"})
    void tellsWhereAndWhatIsWrong(String good, String bad, int line, int column, String detail) {
        assertThat(GOOD).containsOnlyOnce(good);

        WrongPlaybook wrong = refused(GOOD.replace(good, bad));

        assertThat(wrong.detail()).contains(detail);
        assertThat(wrong.line()).isEqualTo(line);
        assertThat(wrong.column()).isEqualTo(column);
        assertThat(wrong)
                .hasMessage("mine.json, line %d, column %d: %s", line, column, wrong.detail());
    }

    static Stream<Arguments> words() {
        return Stream.of(
                at("\"rules\":", "\"rule\":", 6, 3, "there is no part \"rule\""),
                at("\"reasons\":", "\"reason\":", 14, 9, "no condition \"reason\"; there are: "),
                at("\"carrier\"", "\"postman\"", 14, 29, "there is no reason \"postman\""),
                at("\"delivery\"", "\"door\"", 12, 25, "there is no touchpoint \"door\""),
                at("\"NPS\"", "\"nps\"", 13, 30, "there is no metric \"nps\"; there are: NPS"),
                at("{ \"EUR\": { \"min", "{ \"EURO\": { \"min", 15, 25, "no currency \"EURO\""),
                at("\"currency\": \"EUR\"", "\"currency\": \"DEM\"", 3, 37, "no currency \"DEM\""),
                at("\"apologise\"", "\"forgive\"", 18, 19, "there is no action \"forgive\""),
                at("\"voucher\"", "\"gift\"", 18, 34, "there is no action \"gift\""),
                at("\"training\"", "\"luck\"", 22, 61, "there is no practice \"luck\""),
                at("\"percentage\"", "\"gift\"", 4, 15, "there is no kind of voucher \"gift\""),
                // the column counts letters, not bytes, behind the umlaut
                at("\"practice\": \"whole", "\"habit\": \"whole", 9, 59, "of a rule \"habit\""));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                at("\"id\": \"late\"", "\"id\": \"It's late\"", 8, 13, "small letters"),
                at("\"Else\"", "\"\"", 22, 24, "one line of 1 to 120 letters"),
                at("\"max\": 6", "\"max\": 11", 13, 55, "a whole number from 0 to 10"),
                at("\"max\": 3", "\"max\": \"3\"", 16, 42, "a whole number from 0 to 1000"),
                at("\"until\": \"2026-06\"", "\"until\": \"June\"", 4, 81, "as in 2026-11"),
                at("\"metric\": \"NPS\", ", "", 13, 18, "\"metric\" is missing here"),
                at(
                        "\"max\": 3",
                        "\"max\": 3 }, \"answers\": [\"unscored\"], \"wishesCall\": {",
                        11,
                        15,
                        "an answer has a score or it has none"),
                at(
                        "{ \"voucher\": { \"amounts\": { \"EUR\": 5 } } }",
                        "\"voucher\"",
                        18,
                        32,
                        "a voucher says of how much"),
                at("\"late\", \"carrier\"", "\"late\", \"late\"", 14, 29, "given twice"),
                at("[\"refund-shipping\"]", "[]", 23, 18, "must not be empty"),
                at("\"voucherLimits\": [", "\"voucherLimits\": [,", 2, 21, "this is not JSON"),
                at(
                        "\"id\": \"else\"",
                        "\"id\": \"a\", \"id\": \"else\"",
                        21,
                        18,
                        "given twice here"));
    }

    static Stream<Arguments> senseless() {
        return Stream.of(
                at("\"min\": 10", "\"min\": 30", 15, 41, "\"min\" is greater than \"max\""),
                at("\"min\": 0, \"max\": 3", "\"min\": 4, \"max\": 3", 16, 32, "nothing lies in"),
                at("\"2026-06\"", "\"2025-06\"", 4, 81, "the limit ends before it begins"),
                at("\"id\": \"else\"", "\"id\": \"late\"", 21, 13, "line 7 has the same id"),
                at("\"EUR\": 5", "\"GBP\": 5", 18, 32, "(GBP) there is no limit"),
                at("\"EUR\": 5", "\"EUR\": 31", 18, 32, "31 EUR can never be given"),
                at(
                        "\"until\": \"2026-06\" }",
                        "\"until\": \"2026-06\" }, { \"kind\": \"percentage\","
                            + " \"vouchersPerMonth\": 2, \"from\": \"2026-06\" }",
                        4,
                        93,
                        "there is a limit in the same months already, in line 4"),
                at(
                        "{ \"kind\": \"percentage\", \"vouchersPerMonth\": 1,",
                        "{ \"kind\": \"amount\", \"currency\": \"EUR\", \"amountPerMonth\": 9,"
                                + " \"vouchersPerMonth\": 1,",
                        4,
                        5,
                        "for the same vouchers (EUR)"));
    }

    @Test
    void takesTwoLimitsForTheSameVouchersInDifferentMonths() {
        String second =
                ", { \"kind\": \"percentage\", \"vouchersPerMonth\": 3, \"from\": \"2026-07\" }";

        Playbook playbook =
                Playbook.read("mine.json", GOOD.replace("\"2026-06\" }", "\"2026-06\" }" + second));

        assertThat(playbook.voucherLimits()).hasSize(3);
    }

    @Test
    void refusesARuleThatIsNeverReached() {
        String elseFirst =
                GOOD.replaceFirst("(?s)\"when\": \\{.*?\\},\\s+\"actions\"", "\"actions\"");

        WrongPlaybook wrong = refused(elseFirst);

        assertThat(wrong.line()).isEqualTo(12);
        assertThat(wrong.column()).isEqualTo(5);
        assertThat(wrong.detail())
                .contains("never reached")
                .contains("\"late\" in line 7")
                .contains("put that one last");
    }

    @Test
    void refusesARuleThatAsksForAllThatAnEarlierOneAsksForAndMore() {
        String narrower =
                GOOD.replaceFirst(
                                "(?s)\"when\": \\{.*?\\},\\s+\"actions\"",
                                "\"when\": { \"wishesCall\": true }, \"actions\"")
                        .replace(
                                "\"training\",",
                                "\"training\", \"when\": { \"daysLate\": { \"min\": 1 },"
                                        + " \"wishesCall\": true },");

        assertThat(refused(narrower).detail()).contains("matches wherever this one does");
    }

    @Test
    void tellsWhatHasAWrongFormBeforeWhatMakesNoSense() {
        String both = GOOD.replace("\"min\": 10", "\"min\": 30").replace("[\"refund", "[\"fund");

        assertThat(refused(both).detail()).contains("there is no action");
    }

    @Test
    void refusesWhatIsNoPlaybookAtAll() {
        assertThat(refused("").detail()).isEqualTo("the file is empty");
        assertThat(refused("[]").detail()).isEqualTo("must be in braces: { … }");
        assertThat(refused(GOOD + "{}").detail()).startsWith("nothing may follow");
        assertThat(refused("[".repeat(100_000)).detail()).startsWith("this is not JSON");
    }

    @Test
    void takesAFileThatAnEditorPutAMarkInFrontOf() {
        assertThat(Playbook.read("mine.json", "\uFEFF" + GOOD).rules()).hasSize(2);
    }

    private static Arguments at(String good, String bad, int line, int column, String detail) {
        return Arguments.of(good, bad, line, column, detail);
    }

    private static WrongPlaybook refused(String json) {
        return catchThrowableOfType(WrongPlaybook.class, () -> Playbook.read("mine.json", json));
    }
}
