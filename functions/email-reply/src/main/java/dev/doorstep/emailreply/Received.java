package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.Tier;
import dev.doorstep.replies.Attachment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A customer's mail with what was read in it.
 *
 * @param id of the mail, the same for each copy of it
 * @param key of the mail in the bucket
 * @param text what is newly written
 * @param isCourtesy whether nothing is written but thanks and greetings
 * @param isWhole whether all of the mail could be read
 */
record Received(
        String id,
        String key,
        Instant at,
        String text,
        Reading reading,
        boolean isCourtesy,
        List<Attachment> photographs,
        boolean isWhole) {
    private static final int FEWEST_WORDS_TO_READ = 5;

    Received {
        requireNonNull(id, "id is null");
        requireNonNull(key, "key is null");
        requireNonNull(at, "at is null");
        requireNonNull(text, "text is null");
        requireNonNull(reading, "reading is null");
        photographs = List.copyOf(photographs);
    }

    /** Whether there is nothing in it but a score. */
    boolean isScoreAlone() {
        return photographs.isEmpty()
                && isWhole
                && reading instanceof Reading.Score score
                && score.tier() == Tier.ALONE;
    }

    /** Whether its words say something that a score alone would not. */
    boolean isToRead() {
        return !photographs.isEmpty()
                || !isWhole
                || switch (reading) {
                    case Reading.Score score -> score.contradicts();
                    case Reading.Unclear _ -> words() >= FEWEST_WORDS_TO_READ;
                    case Reading.None _ -> !isCourtesy;
                };
    }

    private long words() {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .filter(Received::isWord)
                .count();
    }

    private static boolean isWord(String part) {
        return part.codePoints().anyMatch(Character::isLetter);
    }
}
