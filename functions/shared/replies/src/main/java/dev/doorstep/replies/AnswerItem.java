package dev.doorstep.replies;

import dev.doorstep.dynamodb.Item;

import java.util.Optional;

/** An answer as attributes of an item. */
public final class AnswerItem {
    private static final String SCORE = "score";
    private static final String UNSCORED = "unscored";

    private AnswerItem() {}

    /** What is neither a score nor unscored is a parcel that has not come. */
    public static Item.Builder write(Item.Builder item, Answer answer) {
        return switch (answer) {
            case Answer.Score score -> item.with(SCORE, score.value());
            case Answer.NotReceived _ -> item;
            case Answer.Unscored _ -> item.with(UNSCORED, true);
        };
    }

    public static Answer read(Item item) {
        Optional<Answer> score =
                item.findNumber(SCORE).map(value -> new Answer.Score(value.intValue()));
        return score.orElseGet(
                () -> item.isTrue(UNSCORED) ? new Answer.Unscored() : new Answer.NotReceived());
    }
}
