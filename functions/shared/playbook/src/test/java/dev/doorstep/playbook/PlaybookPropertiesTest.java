package dev.doorstep.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class PlaybookPropertiesTest {
    private static final List<String> REASONS = List.of("late", "damaged", "price", "unheard-of");

    @Property
    void takesTheFirstRuleThatMatches(
            @ForAll("rules") List<Rule> rules, @ForAll("facts") Facts facts) {
        Optional<String> first =
                rules.stream().filter(rule -> matches(rule, facts)).findFirst().map(Rule::id);

        assertThat(playbook(rules).suggest(facts).map(Suggestion::ruleId)).isEqualTo(first);
    }

    @Property
    void givesOneReasonForEachConditionOfTheRule(
            @ForAll("rules") List<Rule> rules, @ForAll("facts") Facts facts) {
        playbook(rules)
                .suggest(facts)
                .ifPresent(
                        suggestion ->
                                assertThat(suggestion.because())
                                        .hasSize(Math.max(1, conditions(rules, suggestion))));
    }

    @Property
    void doesNotDependOnTheOrderOfReasons(
            @ForAll("rules") List<Rule> rules,
            @ForAll("facts") Facts facts,
            @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(facts.reasons());
        Collections.shuffle(shuffled, random);

        assertThat(playbook(rules).suggest(with(facts, shuffled)))
                .isEqualTo(playbook(rules).suggest(facts));
    }

    @Property
    void isNotChangedByARuleBehindTheOneThatMatches(
            @ForAll("rules") List<Rule> rules,
            @ForAll("rules") List<Rule> behind,
            @ForAll("facts") Facts facts) {
        List<Rule> more = new ArrayList<>(rules);
        more.addAll(behind);

        playbook(rules)
                .suggest(facts)
                .ifPresent(
                        suggestion ->
                                assertThat(playbook(more).suggest(facts)).contains(suggestion));
    }

    @Property
    void reachesNoRuleBehindOneThatMatchesWhereverItDoes(
            @ForAll("rules") List<Rule> rules, @ForAll("facts") Facts facts) {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rules.get(earlier).matchesWherever(rules.get(later))) {
                    assertThat(
                                    matches(rules.get(later), facts)
                                            && !matches(rules.get(earlier), facts))
                            .isFalse();
                }
            }
        }
    }

    @Property
    void alwaysSuggestsSomethingFromTheShippedPlaybook(@ForAll("facts") Facts facts) {
        assertThat(Playbook.load().suggest(facts)).isPresent();
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return conditions()
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(
                        all -> {
                            List<Rule> rules = new ArrayList<>();
                            all.forEach(conditions -> rules.add(rule(rules.size(), conditions)));
                            return rules;
                        });
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(
                        Arbitraries.of(Touchpoint.class),
                        answers(),
                        Arbitraries.of(REASONS).list().ofMaxSize(4),
                        Arbitraries.of("EUR", "GBP").optional(),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Locale.GERMANY, Locale.UK, Locale.of("ar")),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(
                        (touchpoint, answer, reasons, currency, late, locale, cases, call) ->
                                new Facts(
                                        touchpoint,
                                        Metric.CSAT,
                                        answer,
                                        reasons,
                                        currency.map(c -> new OrderValue(BigDecimal.TEN, c)),
                                        late,
                                        locale,
                                        cases,
                                        call));
    }

    private static Arbitrary<Facts.Answer> answers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 5).map(Facts.Answer.Score::new),
                Arbitraries.of(new Facts.Answer.NotReceived(), new Facts.Answer.Unscored()));
    }

    private static Arbitrary<List<Condition>> conditions() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        return Arbitraries.<Condition>oneOf(
                        Arbitraries.of(Touchpoint.class)
                                .set()
                                .ofMinSize(1)
                                .map(Condition.Touchpoints::new),
                        Arbitraries.of(Metric.CSAT, Metric.NPS)
                                .map(metric -> new Condition.Score(metric, Range.atMost(3))),
                        Arbitraries.of(AnswerKind.class)
                                .set()
                                .ofMinSize(1)
                                .map(Condition.Answers::new),
                        Arbitraries.of("late", "damaged", "price")
                                .set()
                                .ofMinSize(1)
                                .map(Condition.GivenReasons::new),
                        Arbitraries.of("EUR", "GBP")
                                .map(c -> new Condition.Value(Map.of(c, Range.atLeast(10)))),
                        small.map(days -> new Condition.DaysLate(Range.atLeast(days))),
                        Arbitraries.of("de", "en").set().ofMinSize(1).map(Condition.Languages::new),
                        small.map(cases -> new Condition.EarlierCases(Range.atMost(cases))),
                        Arbitraries.of(true, false).map(Condition.WishesCall::new))
                .list()
                .ofMaxSize(2);
    }

    private static Rule rule(int number, List<Condition> conditions) {
        return new Rule(
                "rule-" + number,
                new Title("Rule", "Regel"),
                Practice.MEASURING,
                conditions,
                List.of(new Action.Apologise()));
    }

    private static Playbook playbook(List<Rule> rules) {
        return new Playbook(List.of(), rules);
    }

    private static boolean matches(Rule rule, Facts facts) {
        return rule.conditions().stream().allMatch(condition -> condition.holds(facts).isPresent());
    }

    private static int conditions(List<Rule> rules, Suggestion suggestion) {
        return rules.stream()
                .filter(rule -> rule.id().equals(suggestion.ruleId()))
                .findFirst()
                .orElseThrow()
                .conditions()
                .size();
    }

    private static Facts with(Facts facts, List<String> reasons) {
        return new Facts(
                facts.touchpoint(),
                facts.metric(),
                facts.answer(),
                reasons,
                facts.value(),
                facts.daysLate(),
                facts.locale(),
                facts.earlierCases(),
                facts.wishesCall());
    }
}
