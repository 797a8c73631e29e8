package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommentsTest {
    private static final String LONG = "Nobody rang, the box was wet, and the lamp is broken.";

    @Test
    void choosesOneOfSomebodyUnhappyAndOneOfSomebodyHappyAndWhatSaysMostOfTheRest() {
        Reply unhappy = reply("A-1", 2, LONG);
        Reply happy = reply("A-2", 10, "Very quick, thank you!");
        Reply between = reply("A-3", 7, LONG + " But they were nice.");
        Reply shorter = reply("A-4", 2, "Nobody rang, not once.");

        assertThat(Comments.worthReading(List.of(between, shorter, happy, unhappy)))
                .containsExactly(unhappy, happy, between);
    }

    @Test
    void passesOverWhatSaysLittleAndWhatLooksAutomated() {
        Reply suspect =
                Samples.withComment(
                        Samples.reply(
                                "A-2~delivery",
                                1,
                                new Answer.Score(3),
                                Evidence.SUSPECT,
                                Samples.NOW,
                                List.of()),
                        LONG);

        assertThat(Comments.worthReading(List.of(reply("A-1", 9, "  Good.  "), suspect))).isEmpty();
    }

    @Test
    void isNotWonByWhoWritesMost() {
        Reply longest = reply("A-1", 2, LONG.repeat(40));
        Reply longEnough = reply("A-2", 2, LONG.repeat(10));

        assertThat(Comments.worthReading(List.of(longest, longEnough)).getFirst())
                .isEqualTo(longEnough);
        assertThat(Comments.shortened(LONG.repeat(40))).hasSizeLessThan(402).endsWith("\u2026");
    }

    private static Reply reply(String order, int score, String comment) {
        return Samples.withComment(Samples.reply(order + "~delivery", 1, score), comment);
    }
}
