package dev.doorstep.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class AttentionRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final AttentionRule rule =
            new AttentionRule(Programme.load(new Environment(Map.of())).support());

    @ParameterizedTest
    @CsvSource({
        "NPS, 0, urgent",
        "NPS, 2, urgent",
        "NPS, 3, normal",
        "NPS, 6, normal",
        "NPS, 7, none",
        "NPS, 10, none",
        "CES, 1, urgent",
        "CES, 3, normal",
        "CES, 4, none",
        "CSAT, 1, urgent",
        "CSAT, 2, normal",
        "CSAT, 3, none"
    })
    void judgesEachScoreOnItsOwnScale(Metric metric, int score, String expected) {
        Optional<Attention> attention =
                after(metric, new Answer.Score(score), Optional.empty(), Evidence.CONFIRMED);

        assertThat(attention.map(a -> a.severity().id()).orElse("none")).isEqualTo(expected);
    }

    @Test
    void looksForAParcelThatHasNotComeAtOnce() {
        assertThat(after(Metric.NPS, new Answer.NotReceived(), Optional.empty(), Evidence.MAIL))
                .contains(new Attention(Severity.URGENT, NOW));
    }

    @Test
    void hurriesUnaskedWhereAParcelIsLostOrItsOrderIsValuable() {
        Optional<String> euro = Optional.of("EUR");

        assertThat(rule.unasked(false, Optional.of(new BigDecimal("200")), euro, NOW))
                .isEqualTo(new Attention(Severity.NORMAL, NOW));
        assertThat(rule.unasked(false, Optional.of(new BigDecimal("200.01")), euro, NOW))
                .isEqualTo(new Attention(Severity.URGENT, NOW));
        assertThat(rule.unasked(true, Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(new Attention(Severity.URGENT, NOW));
    }

    @Test
    void callsAHappyCustomerWhoAsksForIt() {
        assertThat(
                        after(
                                Metric.NPS,
                                new Answer.Score(10),
                                Optional.of(ContactChannel.PHONE),
                                Evidence.CONFIRMED))
                .contains(new Attention(Severity.NORMAL, NOW));
    }

    @Test
    void hasALetterReadHoweverHappyItsWriterIs() {
        assertThat(toRead(new Answer.Score(10), Evidence.MAIL))
                .contains(new Attention(Severity.NORMAL, NOW));
        assertThat(toRead(new Answer.Score(10), Evidence.CONFIRMED))
                .contains(new Attention(Severity.NORMAL, NOW));
    }

    @Test
    void hasALetterWithoutAScoreReadAndIsNotUrgentForIt() {
        assertThat(toRead(new Answer.Unscored(), Evidence.MAIL))
                .contains(new Attention(Severity.NORMAL, NOW));
    }

    @Test
    void waitsForTheScoreThatIsAskedBackFor() {
        assertThat(after(Metric.NPS, new Answer.Unscored(), Optional.empty(), Evidence.MAIL))
                .isEmpty();
    }

    @Test
    void hurriesForALetterAboutAnUnhappyScoreOrAValuableOrder() {
        assertThat(toRead(new Answer.Score(1), Evidence.MAIL))
                .contains(new Attention(Severity.URGENT, NOW));
        assertThat(
                        rule.after(
                                Optional.empty(),
                                Metric.NPS,
                                new Answer.Unscored(),
                                Optional.empty(),
                                true,
                                Evidence.MAIL,
                                Optional.of(new BigDecimal("200.01")),
                                Optional.of("EUR"),
                                NOW))
                .contains(new Attention(Severity.URGENT, NOW));
    }

    @Test
    void postponesNothingForOneMoreLetter() {
        Attention normal = new Attention(Severity.NORMAL, NOW.minusSeconds(60));

        assertThat(
                        rule.after(
                                Optional.of(normal),
                                Metric.NPS,
                                new Answer.Unscored(),
                                Optional.empty(),
                                true,
                                Evidence.MAIL,
                                Optional.empty(),
                                Optional.empty(),
                                NOW))
                .contains(normal);
    }

    @Test
    void doesNothingForWhatLooksAutomated() {
        assertThat(after(Metric.NPS, new Answer.Score(0), Optional.empty(), Evidence.SUSPECT))
                .isEmpty();
    }

    @Test
    void hurriesForAnOrderOverTheLimitOfItsCurrency() {
        assertThat(valued("200.01", "EUR")).contains(new Attention(Severity.URGENT, NOW));
        assertThat(valued("200.00", "EUR")).contains(new Attention(Severity.NORMAL, NOW));
        assertThat(valued("99999", "JPY")).contains(new Attention(Severity.NORMAL, NOW));
    }

    @Test
    void countsFromWhenTheNeedAroseUnlessItGrew() {
        Attention normal = new Attention(Severity.NORMAL, NOW.minusSeconds(60));

        assertThat(next(normal, new Answer.Score(4))).contains(normal);
        assertThat(next(normal, new Answer.Score(1))).contains(new Attention(Severity.URGENT, NOW));
        assertThat(next(normal, new Answer.Score(9))).isEmpty();
    }

    @Test
    void keepsAnEarlierPromiseWhenTheNeedShrinks() {
        Attention urgent = new Attention(Severity.URGENT, NOW.minusSeconds(60));

        assertThat(next(urgent, new Answer.Score(5))).contains(urgent);
    }

    private Optional<Attention> toRead(Answer answer, Evidence evidence) {
        return rule.after(
                Optional.empty(),
                Metric.NPS,
                answer,
                Optional.empty(),
                true,
                evidence,
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private Optional<Attention> after(
            Metric metric, Answer answer, Optional<ContactChannel> wish, Evidence evidence) {
        return rule.after(
                Optional.empty(),
                metric,
                answer,
                wish,
                false,
                evidence,
                Optional.of(new BigDecimal("50")),
                Optional.of("EUR"),
                NOW);
    }

    private Optional<Attention> valued(String value, String currency) {
        return rule.after(
                Optional.empty(),
                Metric.NPS,
                new Answer.Score(5),
                Optional.empty(),
                false,
                Evidence.CONFIRMED,
                Optional.of(new BigDecimal(value)),
                Optional.of(currency),
                NOW);
    }

    private Optional<Attention> next(Attention previous, Answer answer) {
        return rule.after(
                Optional.of(previous),
                Metric.NPS,
                answer,
                Optional.empty(),
                false,
                Evidence.CONFIRMED,
                Optional.empty(),
                Optional.empty(),
                NOW);
    }
}
