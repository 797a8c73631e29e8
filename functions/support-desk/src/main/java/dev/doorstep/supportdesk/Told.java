package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Reasons;
import dev.doorstep.replies.Reply;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a customer told support.
 *
 * @param id whoever sends it makes it up, once for what the customer said once
 * @param channel on which it was said
 */
record Told(
        String id,
        Touchpoint touchpoint,
        Answer answer,
        List<String> reasons,
        Optional<String> comment,
        Optional<ContactChannel> contactWish,
        Channel channel) {
    private static final int LONGEST_ID = 200;

    Told {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new Rejected("/id", "must have 1 to 200 characters");
        }
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(answer, "answer is null");
        reasons = reasons.stream().distinct().toList();
        requireNonNull(comment, "comment is null");
        if (comment.filter(DeskBody::isTooLong).isPresent()) {
            throw new Rejected("/comment", "is longer than 2,000 characters");
        }
        requireNonNull(contactWish, "contactWish is null");
        if (!Reasons.about(touchpoint).containsAll(reasons)) {
            throw new Rejected("/reasons", "is not known");
        }
        if (answer instanceof Answer.NotReceived && touchpoint != Touchpoint.DELIVERY) {
            throw new Rejected("/notReceived", "is only for a delivery");
        }
        if (!channel.isSpoken()) {
            throw new Rejected("/channel", "must be phone, chat or social");
        }
    }

    /**
     * Reads what an agent sends.
     *
     * @param key the request's idempotency key, which goes for an id that the body does not give
     */
    static Told of(DeskBody body, Optional<String> key) {
        return new Told(
                body.findText("id").or(() -> key).orElseThrow(() -> body.json().missing("id")),
                body.choice("touchpoint", Touchpoint::find),
                answer(body),
                body.json().strings("reasons"),
                body.findText("comment"),
                body.findText("contactWish")
                        .map(id -> body.choice("contactWish", ContactChannel::find)),
                body.choice("channel", Channel::find));
    }

    private static Answer answer(DeskBody body) {
        Optional<Integer> score = body.json().findInteger("score");
        boolean notReceived = body.json().findBoolean("notReceived").orElse(false);
        if (score.isPresent() == notReceived) {
            throw new Rejected("/score", "must be given, or else notReceived, and not both");
        }
        return score.<Answer>map(Answer.Score::new).orElseGet(Answer.NotReceived::new);
    }

    /**
     * @throws Rejected if the score is not one of this metric
     */
    void requireOnScaleOf(Metric metric) {
        if (answer instanceof Answer.Score(int value) && !metric.allows(value)) {
            throw new Rejected("/score", "is not on the scale of " + metric.name());
        }
    }

    /** Whether the reply is what was told here. */
    boolean isIn(Reply reply) {
        return reply.pressHash().filter(hash()::equals).isPresent();
    }

    String hash() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("desk " + id).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
