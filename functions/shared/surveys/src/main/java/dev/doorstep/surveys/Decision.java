package dev.doorstep.surveys;

import dev.doorstep.programme.Touchpoint;

import java.time.Instant;

/** What is to be done about the surveys of an order, and why. */
public sealed interface Decision {

    /** The name in tables and answers. */
    String kind();

    Reason reason();

    /** Ask about the touchpoint when it is due. */
    record Plan(Touchpoint touchpoint, Instant dueAt, Reason reason) implements Decision {
        public static final String KIND = "plan";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Ask later than was planned. */
    record Postpone(Touchpoint touchpoint, Instant dueAt, Reason reason) implements Decision {
        public static final String KIND = "postpone";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Ask about another touchpoint than was planned. */
    record Switch(Touchpoint from, Touchpoint touchpoint, Instant dueAt, Reason reason)
            implements Decision {
        public static final String KIND = "switch";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** What was to be asked about did not happen: do not ask. */
    record Cancel(Reason reason) implements Decision {
        public static final String KIND = "cancel";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Do not ask. */
    record Skip(Reason reason) implements Decision {
        public static final String KIND = "skip";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Ask now. */
    record Send(Touchpoint touchpoint) implements Decision {
        public static final String KIND = "send";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Reason reason() {
            return Reason.DUE;
        }
    }
}
