package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.List;

/** One condition of a rule that held, with what made it hold. */
public sealed interface Because {

    /** The moment that was asked about. */
    record AskedAbout(Touchpoint touchpoint) implements Because {}

    /** The score lies in the rule's range, on the survey's own scale. */
    record Score(Metric metric, int score, Range range) implements Because {}

    /** How the customer answered without a score. */
    record Answer(AnswerKind answer) implements Because {}

    /** Those of the rule's reasons that the customer gave, in the order of {@link Reasons#IDS}. */
    record Reason(List<String> reasons) implements Because {
        public Reason {
            reasons = List.copyOf(reasons);
        }
    }

    /** The order's value lies in the rule's range for its currency. */
    record Value(OrderValue value, Range range) implements Because {}

    /** The parcel came late by at least as many days as the rule asks for. */
    record DaysLate(int days, Range range) implements Because {}

    /**
     * The customer's language.
     *
     * @param language primary tag of BCP 47
     */
    record Language(String language) implements Because {
        public Language {
            requireNonNull(language, "language is null");
        }
    }

    /** How many follow-ups the customer had before. */
    record EarlierCases(int cases, Range range) implements Because {}

    /** Whether the customer asked to be called. */
    record CallWish(boolean wishesCall) implements Because {}

    /** The rule asks for nothing, and no rule before it matched. */
    record NothingElse() implements Because {}
}
