package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class PlaybookTest {
    private static final Facts.Answer NOT_RECEIVED = new Facts.Answer.NotReceived();
    private static final Facts UNHAPPY =
            new Facts(
                    Touchpoint.DELIVERY,
                    Metric.NPS,
                    new Facts.Answer.Score(3),
                    List.of(),
                    Optional.empty(),
                    0,
                    Locale.GERMANY,
                    0,
                    false);

    private final Playbook playbook = Playbook.load();

    @Test
    void letsTheWrongTrousersBeKept() {
        Facts facts = with(UNHAPPY, List.of("other", "size-or-wrong-item"), "49.90", "EUR");

        Suggestion suggestion = suggest(facts);

        assertThat(suggestion.ruleId()).isEqualTo("wrong-or-damaged");
        assertThat(suggestion.title().english()).contains("keep the wrong trousers");
        assertThat(suggestion.actions())
                .containsExactly(new Action.Apologise(), new Action.ReplaceAndLetKeep());
        assertThat(suggestion.because())
                .containsExactly(
                        new Because.AskedAbout(Touchpoint.DELIVERY),
                        new Because.Reason(List.of("size-or-wrong-item")),
                        new Because.Value(facts.value().orElseThrow(), Range.atMost(100)));
    }

    @ParameterizedTest
    @CsvSource({
        "100, EUR, wrong-or-damaged",
        "100.01, EUR, valuable-wrong-or-damaged",
        "100.01, GBP, valuable-wrong-or-damaged",
        "1, CHF, valuable-wrong-or-damaged",
    })
    void asksAPersonBeforeItGivesAwayWhatIsValuable(String amount, String currency, String rule) {
        assertThat(suggest(with(UNHAPPY, List.of("damaged"), amount, currency)).ruleId())
                .isEqualTo(rule);
    }

    @Test
    void sendsAParcelThatHasNotComeAnewUnlessItIsValuable() {
        Facts notHere = with(UNHAPPY, NOT_RECEIVED);

        assertThat(suggest(notHere).ruleId()).isEqualTo("parcel-not-here");
        assertThat(suggest(notHere).actions()).contains(new Action.PassToCarrier());
        assertThat(suggest(with(notHere, List.of(), "200", "EUR")).ruleId())
                .isEqualTo("valuable-parcel-not-here");
    }

    @Test
    void callsWhoIsUnhappyAgainOrAskedForIt() {
        assertThat(suggest(with(UNHAPPY, 0, 2, false)).ruleId()).isEqualTo("unhappy-again");
        assertThat(suggest(with(UNHAPPY, 0, 2, false)).because())
                .containsExactly(new Because.EarlierCases(2, Range.atLeast(2)));
        assertThat(suggest(with(UNHAPPY, 0, 1, true)).ruleId()).isEqualTo("call-wished");
        assertThat(suggest(with(UNHAPPY, 0, 1, false)).ruleId()).isEqualTo("anything-else");
    }

    @Test
    void givesBackTheShippingFromTheSecondDayOn() {
        assertThat(suggest(with(UNHAPPY, 1, 0, false)).ruleId()).isEqualTo("anything-else");
        assertThat(suggest(with(UNHAPPY, 2, 0, false)).actions())
                .contains(new Action.RefundShipping());
        assertThat(suggest(with(UNHAPPY, 2, 0, false)).because())
                .contains(new Because.DaysLate(2, Range.atLeast(2)));
    }

    @Test
    void neverTakesAScoreForOneOfAnotherScale() {
        Facts hard = at(Touchpoint.RETURN, Metric.CES, 3);

        assertThat(suggest(hard).because())
                .containsExactly(
                        new Because.AskedAbout(Touchpoint.RETURN),
                        new Because.Score(Metric.CES, 3, Range.atMost(3)));
        assertThat(suggest(at(Touchpoint.RETURN, Metric.CES, 4)).ruleId())
                .isEqualTo("anything-else");
        assertThat(suggest(at(Touchpoint.RETURN, Metric.NPS, 3)).ruleId())
                .isEqualTo("anything-else");
    }

    @Test
    void hasSomethingToSayAboutEachTouchpoint() {
        for (Touchpoint touchpoint : Touchpoint.values()) {
            assertThat(playbook.suggest(at(touchpoint, Metric.CSAT, 1))).isPresent();
        }
        assertThat(suggest(at(Touchpoint.CANCELLATION, Metric.CSAT, 1)).ruleId())
                .isEqualTo("cancelled");
        assertThat(suggest(at(Touchpoint.FOLLOW_UP, Metric.CSAT, 1)).ruleId())
                .isEqualTo("help-did-not-help");
    }

    @Test
    void apologisesAndAsksWhereNothingElseMatches() {
        assertThat(suggest(UNHAPPY).actions()).containsExactly(new Action.Apologise());
        assertThat(suggest(UNHAPPY).because()).containsExactly(new Because.NothingElse());
    }

    @Test
    void putsEachPracticeIntoARule() {
        assertThat(playbook.rules().stream().map(Rule::practice)).contains(Practice.values());
    }

    @Test
    void asksForScoresOnlyOnTheScaleThatTheProgrammeUses() {
        Programme programme = Programme.load(new Environment(Map.of()));

        for (Rule rule : playbook.rules()) {
            for (Touchpoint touchpoint : touchpoints(rule)) {
                programme
                        .plan(touchpoint)
                        .ifPresent(
                                plan ->
                                        assertThat(metrics(rule))
                                                .as(rule.id())
                                                .isSubsetOf(plan.metric()));
            }
        }
    }

    @Test
    void asksForTheLanguageWithoutTheCountry() {
        Condition german = new Condition.Languages(Set.of("de"));

        assertThat(german.holds(UNHAPPY)).contains(new Because.Language("de"));
        assertThat(new Condition.Languages(Set.of("en")).holds(UNHAPPY)).isEmpty();
    }

    @Test
    void knowsAnAnswerWithoutAScore() {
        Condition unscored = new Condition.Answers(Set.of(AnswerKind.UNSCORED));

        assertThat(unscored.holds(with(UNHAPPY, new Facts.Answer.Unscored())))
                .contains(new Because.Answer(AnswerKind.UNSCORED));
        assertThat(unscored.holds(with(UNHAPPY, NOT_RECEIVED))).isEmpty();
        assertThat(unscored.holds(UNHAPPY)).isEmpty();
    }

    @Test
    void limitsVouchersByKindAndMonth() {
        YearMonth month = YearMonth.of(2026, 11);

        assertThat(playbook.voucherLimit("EUR", month).orElseThrow().kind())
                .isEqualTo(new VoucherLimit.Kind.Amount("EUR", BigDecimal.valueOf(30)));
        assertThat(playbook.voucherLimit("percentage", month)).isPresent();
        assertThat(playbook.voucherLimit("CHF", month)).isEmpty();
    }

    @Test
    void knowsInWhichMonthsALimitHolds() {
        VoucherLimit limit =
                new VoucherLimit(
                        new VoucherLimit.Kind.Percentage(),
                        1,
                        Optional.of(YearMonth.of(2026, 11)),
                        Optional.of(YearMonth.of(2026, 12)));

        assertThat(limit.holdsIn(YearMonth.of(2026, 10))).isFalse();
        assertThat(limit.holdsIn(YearMonth.of(2026, 11))).isTrue();
        assertThat(limit.holdsIn(YearMonth.of(2026, 12))).isTrue();
        assertThat(limit.holdsIn(YearMonth.of(2027, 1))).isFalse();
    }

    @Test
    void knowsWhichConditionHoldsWhereverAnotherDoes() {
        Condition low = new Condition.Score(Metric.NPS, Range.atMost(6));
        Condition dear = new Condition.Value(Map.of("EUR", Range.atLeast(100)));

        assertThat(low.includes(new Condition.Score(Metric.NPS, Range.of(0, 6)))).isTrue();
        assertThat(low.includes(new Condition.Score(Metric.NPS, Range.of(0, 7)))).isFalse();
        assertThat(low.includes(new Condition.Score(Metric.NPS, Range.atLeast(0)))).isFalse();
        assertThat(low.includes(new Condition.Score(Metric.CES, Range.of(1, 6)))).isFalse();
        assertThat(dear.includes(new Condition.Value(Map.of("EUR", Range.atLeast(101))))).isTrue();
        assertThat(dear.includes(new Condition.Value(Map.of("EUR", Range.atLeast(99))))).isFalse();
        assertThat(dear.includes(new Condition.Value(Map.of("GBP", Range.atLeast(101))))).isFalse();
        assertThat(
                        new Condition.GivenReasons(Set.of("late", "carrier"))
                                .includes(new Condition.GivenReasons(Set.of("late"))))
                .isTrue();
        assertThat(new Condition.WishesCall(true).includes(new Condition.WishesCall(false)))
                .isFalse();
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> at(Touchpoint.DELIVERY, Metric.CSAT, 6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(UNHAPPY, -1, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Suggestion suggest(Facts facts) {
        return playbook.suggest(facts).orElseThrow();
    }

    private static Set<Touchpoint> touchpoints(Rule rule) {
        return rule.conditions().stream()
                .filter(Condition.Touchpoints.class::isInstance)
                .map(Condition.Touchpoints.class::cast)
                .flatMap(condition -> condition.any().stream())
                .collect(Collectors.toSet());
    }

    private static List<Metric> metrics(Rule rule) {
        return rule.conditions().stream()
                .filter(Condition.Score.class::isInstance)
                .map(condition -> ((Condition.Score) condition).metric())
                .toList();
    }

    private static Facts at(Touchpoint touchpoint, Metric metric, int score) {
        return new Facts(
                touchpoint,
                metric,
                new Facts.Answer.Score(score),
                List.of(),
                Optional.empty(),
                0,
                Locale.ENGLISH,
                0,
                false);
    }

    private static Facts with(Facts facts, Facts.Answer answer) {
        return new Facts(
                facts.touchpoint(),
                facts.metric(),
                answer,
                facts.reasons(),
                facts.value(),
                facts.daysLate(),
                facts.locale(),
                facts.earlierCases(),
                facts.wishesCall());
    }

    private static Facts with(Facts facts, List<String> reasons, String amount, String currency) {
        return new Facts(
                facts.touchpoint(),
                facts.metric(),
                facts.answer(),
                reasons,
                Optional.of(new OrderValue(new BigDecimal(amount), currency)),
                facts.daysLate(),
                facts.locale(),
                facts.earlierCases(),
                facts.wishesCall());
    }

    private static Facts with(Facts facts, int daysLate, int earlierCases, boolean wishesCall) {
        return new Facts(
                facts.touchpoint(),
                facts.metric(),
                facts.answer(),
                facts.reasons(),
                facts.value(),
                daysLate,
                facts.locale(),
                earlierCases,
                wishesCall);
    }
}
