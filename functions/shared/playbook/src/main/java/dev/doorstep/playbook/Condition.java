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

    /**
     * Whether this holds wherever the other one does. By hand, as the equality that records come
     * with takes a cold start long to prepare.
     */
    boolean includes(Condition other);

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

        @Override
        public boolean includes(Condition other) {
            return other instanceof Touchpoints more && any.containsAll(more.any);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof Score more
                    && metric == more.metric
                    && range.includes(more.range);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof Answers more && any.containsAll(more.any);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof GivenReasons more && any.containsAll(more.any);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof Value more
                    && more.perCurrency.entrySet().stream()
                            .allMatch(each -> includes(each.getKey(), each.getValue()));
        }

        private boolean includes(String currency, Range narrower) {
            return Optional.ofNullable(perCurrency.get(currency))
                    .filter(range -> range.includes(narrower))
                    .isPresent();
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof DaysLate more && range.includes(more.range);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof Languages more && any.containsAll(more.any);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof EarlierCases more && range.includes(more.range);
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

        @Override
        public boolean includes(Condition other) {
            return other instanceof WishesCall more && wishesCall == more.wishesCall;
        }
    }
}
