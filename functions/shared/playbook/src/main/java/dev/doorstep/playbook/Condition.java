package dev.doorstep.playbook;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule asks for. */
public sealed interface Condition {

    /** Why the condition holds; empty if it does not. */
    Optional<Because> holds(Facts facts);

    /** One of these moments was asked about. */
    record Touchpoints(Set<Touchpoint> any) implements Condition {
        public Touchpoints {
            any = Set.copyOf(any);
        }

        @Override
        public Optional<Because> holds(Facts facts) {
            return Optional.of(facts.touchpoint())
                    .filter(any::contains)
                    .map(Because.AskedAbout::new);
        }
    }

    /** A score in this range was given on this scale; on another scale it says something else. */
    record Score(Metric metric, Range range) implements Condition {
        @Override
        public Optional<Because> holds(Facts facts) {
            return facts.metric() == metric
                            && facts.answer() instanceof Facts.Answer.Score score
                            && range.includes(score.value())
                    ? Optional.of(new Because.Score(metric, score.value(), range))
                    : Optional.empty();
        }
    }

    /** The customer answered without a score, in one of these ways. */
    record Answers(Set<AnswerKind> any) implements Condition {
        public Answers {
            any = Set.copyOf(any);
        }

        @Override
        public Optional<Because> holds(Facts facts) {
            return AnswerKind.of(facts.answer()).filter(any::contains).map(Because.Answer::new);
        }
    }

    /** The customer gave at least one of these reasons. */
    record GivenReasons(Set<String> any) implements Condition {
        public GivenReasons {
            any = Set.copyOf(any);
        }

        @Override
        public Optional<Because> holds(Facts facts) {
            return Optional.of(
                            Reasons.IDS.stream()
                                    .filter(id -> any.contains(id) && facts.reasons().contains(id))
                                    .toList())
                    .filter(given -> !given.isEmpty())
                    .map(Because.Reason::new);
        }
    }

    /** The order's value is known, in one of these currencies, and lies in its range. */
    record Value(Map<String, Range> perCurrency) implements Condition {
        public Value {
            perCurrency = Map.copyOf(perCurrency);
        }

        @Override
        public Optional<Because> holds(Facts facts) {
            return facts.value().flatMap(this::holds);
        }

        private Optional<Because> holds(OrderValue value) {
            return Optional.ofNullable(perCurrency.get(value.currency()))
                    .filter(range -> range.includes(value.amount()))
                    .map(range -> new Because.Value(value, range));
        }
    }

    /** The parcel came late by so many days. */
    record DaysLate(Range range) implements Condition {
        @Override
        public Optional<Because> holds(Facts facts) {
            return range.includes(facts.daysLate())
                    ? Optional.of(new Because.DaysLate(facts.daysLate(), range))
                    : Optional.empty();
        }
    }

    /** The customer speaks one of these languages, by primary tags of BCP 47. */
    record Languages(Set<String> any) implements Condition {
        public Languages {
            any = Set.copyOf(any);
        }

        @Override
        public Optional<Because> holds(Facts facts) {
            return Optional.of(facts.locale().getLanguage())
                    .filter(any::contains)
                    .map(Because.Language::new);
        }
    }

    /** The customer had so many follow-ups before. */
    record EarlierCases(Range range) implements Condition {
        @Override
        public Optional<Because> holds(Facts facts) {
            return range.includes(facts.earlierCases())
                    ? Optional.of(new Because.EarlierCases(facts.earlierCases(), range))
                    : Optional.empty();
        }
    }

    /** The customer asked to be called, or did not. */
    record WishesCall(boolean wishesCall) implements Condition {
        @Override
        public Optional<Because> holds(Facts facts) {
            return facts.wishesCall() == wishesCall
                    ? Optional.of(new Because.CallWish(wishesCall))
                    : Optional.empty();
        }
    }
}
