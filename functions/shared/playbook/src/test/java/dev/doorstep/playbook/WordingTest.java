package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

class WordingTest {
    private static final Wording ENGLISH = Wording.in(Locale.UK);
    private static final Wording GERMAN = Wording.in(Locale.GERMANY);

    @ParameterizedTest
    @MethodSource("everyBecause")
    void saysWhyARuleMatched(Because because, String english, String german) {
        assertThat(ENGLISH.because(because)).isEqualTo(english);
        assertThat(GERMAN.because(because)).isEqualTo(german);
    }

    static Stream<Arguments> everyBecause() {
        return Stream.of(
                Arguments.of(
                        new Because.AskedAbout(Touchpoint.RETURN),
                        "About: return",
                        "Es geht um: Rücksendung"),
                Arguments.of(
                        new Because.Score(Metric.CES, 2, Range.of(1, 3)),
                        "Score: 2 on the CES scale (rule: 1 to 3)",
                        "Bewertung: 2 auf der CES-Skala (Regel: 1 bis 3)"),
                Arguments.of(
                        new Because.Answer(AnswerKind.NOT_RECEIVED),
                        "Answer: not received yet",
                        "Antwort: noch nicht angekommen"),
                Arguments.of(
                        new Because.Reason(List.of("late", "carrier")),
                        "Reasons given: late, carrier",
                        "Genannte Gründe: zu spät, Zustelldienst"),
                Arguments.of(
                        new Because.Value(
                                new OrderValue(new BigDecimal("49.90"), "EUR"), Range.atMost(100)),
                        "Value of the order: 49.90 EUR (rule: 100 EUR or less)",
                        "Wert der Bestellung: 49,90 EUR (Regel: 100 EUR oder weniger)"),
                Arguments.of(
                        new Because.DaysLate(3, Range.atLeast(2)),
                        "Days late: 3 (rule: 2 or more)",
                        "Tage Verspätung: 3 (Regel: 2 oder mehr)"),
                Arguments.of(
                        new Because.Language("lb"),
                        "Language: Luxembourgish",
                        "Sprache: Luxemburgisch"),
                Arguments.of(
                        new Because.EarlierCases(2, Range.atLeast(2)),
                        "Earlier cases of this customer: 2 (rule: 2 or more)",
                        "Frühere Fälle dieses Kunden: 2 (Regel: 2 oder mehr)"),
                Arguments.of(
                        new Because.CallWish(true),
                        "The customer asked to be called.",
                        "Der Kunde möchte angerufen werden."),
                Arguments.of(
                        new Because.CallWish(false),
                        "The customer did not ask to be called.",
                        "Der Kunde hat nicht um einen Anruf gebeten."),
                Arguments.of(
                        new Because.NothingElse(),
                        "No other rule matches.",
                        "Keine andere Regel passt."));
    }

    @Test
    void saysWhatVouchersAreWorth() {
        Action amounts =
                new Action.Voucher.Amount(
                        Map.of("GBP", new BigDecimal("4.50"), "EUR", BigDecimal.valueOf(5)));

        assertThat(ENGLISH.action(amounts)).isEqualTo("Give a voucher of 5 EUR or 4.50 GBP.");
        assertThat(GERMAN.action(new Action.Voucher.Percentage(10)))
                .isEqualTo("Einen Gutschein über 10 % auf die nächste Bestellung geben.");
    }

    /** A text that is missing throws. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void hasWordsForAllThatThereIs(String language) {
        Wording wording = Wording.in(Locale.of(language));

        assertThat(
                        Stream.of(
                                        new Action.Apologise(),
                                        new Action.ReplaceAndLetKeep(),
                                        new Action.RefundShipping(),
                                        new Action.CallWithinTheHour(),
                                        new Action.PassToCarrier(),
                                        new Action.PassToProductTeam())
                                .map(wording::action))
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(Stream.of(Practice.values()).map(wording::practice)).doesNotHaveDuplicates();
        assertThat(
                        Stream.of(Touchpoint.values())
                                .map(Because.AskedAbout::new)
                                .map(wording::because))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(AnswerKind.values()).map(Because.Answer::new).map(wording::because))
                .doesNotHaveDuplicates();
        assertThat(
                        Reasons.IDS.stream()
                                .map(id -> new Because.Reason(List.of(id)))
                                .map(wording::because))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesARuleInTheLanguageOfThePage() {
        Suggestion suggestion =
                new Suggestion(
                        "late",
                        new Title("Late", "Zu spät"),
                        List.of(),
                        List.of(),
                        Practice.TRAINING);

        assertThat(ENGLISH.title(suggestion)).isEqualTo("Late");
        assertThat(GERMAN.title(suggestion)).isEqualTo("Zu spät");
        assertThat(Wording.in(Locale.FRANCE).title(suggestion)).isEqualTo("Late");
    }
}
