package dev.doorstep.playbook;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How a customer can answer without a score. */
public enum AnswerKind {
    NOT_RECEIVED,
    UNSCORED;

    /** The name in the playbook and in texts. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<AnswerKind> find(String id) {
        return Ids.find(values(), id);
    }

    static Optional<AnswerKind> of(Facts.Answer answer) {
        return switch (answer) {
            case Facts.Answer.NotReceived _ -> Optional.of(NOT_RECEIVED);
            case Facts.Answer.Unscored _ -> Optional.of(UNSCORED);
            case Facts.Answer.Score _ -> Optional.empty();
        };
    }
}
