package dev.doorstep.playbook;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What a rule puts into practice. */
public enum Practice {
    TRAINING,
    SOLVING_BEFORE_ASKED,
    WHOLE_JOURNEY,
    PERSONAL_ACTION_PLAN,
    MEASURING,
    CUSTOMERS_OWN_CHANNEL;

    /** The name in the playbook and in texts. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Practice> find(String id) {
        return Ids.find(values(), id);
    }
}
