package dev.doorstep.followups;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How far a follow-up has come. */
public enum FollowUpState {
    OPEN,
    CLAIMED,
    RESOLVED,
    WITHDRAWN;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    /** Whether nothing is left to do. */
    boolean hasEnded() {
        return switch (this) {
            case OPEN, CLAIMED -> false;
            case RESOLVED, WITHDRAWN -> true;
        };
    }

    public static Optional<FollowUpState> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static FollowUpState of(String id) {
        return Ids.require(values(), id);
    }
}
