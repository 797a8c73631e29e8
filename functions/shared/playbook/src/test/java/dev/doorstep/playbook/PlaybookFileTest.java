package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class PlaybookFileTest {
    private static final String MARK = "▶";
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

    /** In what is put in place of the good part, a mark stands before the place to be named. */
    @ParameterizedTest
    @MethodSource({"words", "values", "senseless"})
    void tellsWhereAndWhatIsWrong(String good, String bad, String detail) {
        assertThat(GOOD).containsOnlyOnce(good);
        String marked = GOOD.replace(good, bad);
        String before = marked.substring(0, marked.indexOf(MARK));

        WrongPlaybook wrong = refused(marked.replace(MARK, ""));

        assertThat(wrong.detail()).contains(detail);
        assertThat(wrong.line()).isEqualTo(before.split("\n", -1).length);
        assertThat(wrong.column()).isEqualTo(before.length() - before.lastIndexOf('\n'));
    }

    @Test
    void namesTheFileTheLineAndTheColumnInItsMessage() {
        assertThat(refused(GOOD.replace("\"carrier\"", "\"postman\"")))
                .hasMessageStartingWith(
                        "mine.json, line 13, column 29: there is no reason \"postman\"; there are:"
                                + " product, size-or-wrong-item, ");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                at("\"rules\":", "▶\"rule\":", "there is no part \"rule\""),
                at("\"reasons\":", "▶\"reason\":", "no condition \"reason\"; there are: touch"),
                at("\"carrier\"", "▶\"postman\"", "there is no reason \"postman\""),
                at("\"delivery\"", "▶\"door\"", "there is no touchpoint \"door\""),
                at("\"NPS\"", "▶\"nps\"", "there is no metric \"nps\"; there are: NPS, CES"),
                at("\"EUR\": { \"min", "▶\"EURO\": { \"min", "no currency \"EURO\""),
                at("\"currency\": \"EUR\"", "\"currency\": ▶\"DEM\"", "no currency \"DEM\""),
                at("\"apologise\"", "▶\"forgive\"", "there is no action \"forgive\""),
                at("\"voucher\"", "▶\"gift\"", "there is no action \"gift\""),
                at("\"training\"", "▶\"luck\"", "there is no practice \"luck\""),
                at("\"percentage\"", "▶\"gift\"", "there is no kind of voucher \"gift\""),
                // in a line with an umlaut, where letters and bytes differ
                at("\"practice\": \"whole", "▶\"habit\": \"whole", "of a rule \"habit\""));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                at("\"id\": \"late\"", "\"id\": ▶\"It's late\"", "small letters"),
                at("\"Else\"", "▶\"\"", "one line of 1 to 120 letters"),
                at("\"max\": 6", "\"max\": ▶11", "a whole number from 0 to 10"),
                at("\"max\": 3", "\"max\": ▶\"3\"", "a whole number from 0 to 1000"),
                at("\"2026-06\"", "▶\"June\"", "as in 2026-11"),
                at("{ \"metric\": \"NPS\",", "▶{", "\"metric\" is missing here"),
                at("{ \"min\": 0, \"max\": 3 }", "▶{ }", "a bound is missing here"),
                at(
                        "\"when\": {",
                        "\"when\": ▶{ \"answers\": [\"unscored\"],",
                        "an answer has a score or it has none"),
                at(
                        "{ \"voucher\": { \"amounts\": { \"EUR\": 5 } } }",
                        "▶\"voucher\"",
                        "a voucher says of how much"),
                at("\"late\", \"carrier\"", "\"late\", ▶\"late\"", "given twice"),
                at("[\"refund-shipping\"]", "▶[]", "must not be empty"),
                at("\"EUR\": 5", "\"EUR\": ▶5.001", "two digits behind the point"));
    }

    /** What the schema takes. */
    static Stream<Arguments> senseless() {
        return Stream.of(
                at("\"id\": \"else\"", "\"id\": \"a\", ▶\"id\": \"else\"", "given twice here"),
                at("\"min\": 10", "\"min\": ▶30", "\"min\" is greater than \"max\""),
                at("\"min\": 0, \"max\": 3", "\"min\": ▶4, \"max\": 3", "nothing lies in between"),
                at("\"2026-06\"", "▶\"2025-06\"", "the limit ends before it begins"),
                at("\"id\": \"else\"", "\"id\": ▶\"late\"", "line 7 has the same id"),
                at(
                        "{ \"voucher\": { \"amounts\": { \"EUR\": 5",
                        "▶{ \"voucher\": { \"amounts\": { \"GBP\": 5",
                        "(GBP) there is no limit"),
                at(
                        "{ \"voucher\": { \"amounts\": { \"EUR\": 5",
                        "▶{ \"voucher\": { \"amounts\": { \"EUR\": 31",
                        "31 EUR can never be given"),
                at(
                        "\"until\": \"2026-06\" }",
                        "\"until\": \"2026-06\" }, ▶{ \"kind\": \"percentage\","
                                + " \"vouchersPerMonth\": 2, \"from\": \"2026-06\" }",
                        "there is a limit in the same months already, in line 4"),
                at(
                        "{ \"kind\": \"percentage\", \"vouchersPerMonth\": 1,",
                        "▶{ \"kind\": \"amount\", \"currency\": \"EUR\", \"amountPerMonth\": 9,"
                                + " \"vouchersPerMonth\": 1,",
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
    void tellsTheLineInWhichACommaIsMissing() {
        WrongPlaybook wrong = refused(GOOD.replace("\"NPS\",", "\"NPS\""));

        assertThat(wrong.detail()).startsWith("this is not JSON from here on");
        assertThat(wrong.line()).isEqualTo(12);
        assertThat(wrong.column()).isBetween(36, 40);
    }

    @Test
    void takesAFileThatAnEditorPutAMarkInFrontOf() {
        assertThat(Playbook.read("mine.json", "\uFEFF" + GOOD).rules()).hasSize(2);
    }

    /** All that has a wrong form, without the marks. */
    static Stream<String> playbooksOfWrongForm() {
        return Stream.concat(words(), values()).map(PlaybookFileTest::playbook);
    }

    /** All that has the form of the schema and makes no sense, without the marks. */
    static Stream<String> playbooksWithoutSense() {
        return senseless().map(PlaybookFileTest::playbook);
    }

    private static String playbook(Arguments arguments) {
        String good = arguments.get()[0].toString();
        return GOOD.replace(good, arguments.get()[1].toString()).replace(MARK, "");
    }

    private static Arguments at(String good, String bad, String detail) {
        return Arguments.of(good, bad, detail);
    }

    private static WrongPlaybook refused(String json) {
        return catchThrowableOfType(WrongPlaybook.class, () -> Playbook.read("mine.json", json));
    }
}
