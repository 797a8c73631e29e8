package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.surveys.SurveyId;

import java.util.List;
import java.util.Optional;

/**
 * What a customer told support.
 *
 * @param id made up by the page, once for what was said once
 * @param channel {@code phone}, {@code chat} or {@code social}
 */
record SpokenReply(
        String id,
        SurveyId survey,
        Answer answer,
        List<String> reasons,
        Optional<String> comment,
        Optional<ContactChannel> contactWish,
        String channel) {

    SpokenReply {
        requireNonNull(id, "id is null");
        requireNonNull(survey, "survey is null");
        requireNonNull(answer, "answer is null");
        reasons = List.copyOf(reasons);
        requireNonNull(comment, "comment is null");
        requireNonNull(contactWish, "contactWish is null");
        requireNonNull(channel, "channel is null");
    }

    /** Writes down what customers say. */
    @FunctionalInterface
    interface Recorder {

        /** Writing the same down again does no harm. */
        Result record(SpokenReply reply, Agent agent);
    }

    /** What became of it. */
    enum Result {
        RECORDED,
        /** The customer answered themselves, and that is left as it is. */
        KEPT,
        UNKNOWN
    }
}
