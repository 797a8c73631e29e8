package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reply as it is now, with what it is counted under. */
record ExportRow(Counted counted, Reply reply) {
    /** In the order in which they are in a file. */
    static final List<String> COLUMNS =
            List.of(
                    "survey_id",
                    "order_id",
                    "touchpoint",
                    "metric",
                    "day",
                    "first_heard_at",
                    "changed_at",
                    "version",
                    "score",
                    "answer",
                    "reasons",
                    "comment",
                    "contact_wish",
                    "channel",
                    "evidence",
                    "counts",
                    "carrier",
                    "country",
                    "language",
                    "product_groups",
                    "days_late");

    ExportRow {
        requireNonNull(counted, "counted is null");
        requireNonNull(reply, "reply is null");
    }

    /** A value for each column: a text, a number, a truth, a list of texts, or null for none. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("survey_id", reply.survey().toString());
        row.put("order_id", reply.survey().order().value());
        row.put("touchpoint", reply.survey().touchpoint().id());
        row.put("metric", reply.metric().name());
        row.put("day", counted.day().toString());
        row.put("first_heard_at", reply.startedAt().toString());
        row.put("changed_at", reply.changedAt().toString());
        row.put("version", reply.version());
        putAnswer(row);
        row.put("reasons", reply.reasons());
        row.put("comment", reply.comment().orElse(null));
        row.put("contact_wish", reply.contactWish().map(ContactChannel::id).orElse(null));
        row.put("channel", reply.channel().id());
        row.put("evidence", reply.evidence().id());
        row.put("counts", reply.counts());
        putOrder(row);
        return row;
    }

    private void putAnswer(Map<String, @Nullable Object> row) {
        switch (reply.answer()) {
            case Answer.Score score -> {
                row.put("score", score.value());
                row.put("answer", "score");
            }
            case Answer.NotReceived _ -> {
                row.put("score", null);
                row.put("answer", ReplyTally.NOT_RECEIVED);
            }
            case Answer.Unscored _ -> {
                row.put("score", null);
                row.put("answer", ReplyTally.UNSCORED);
            }
        }
    }

    /** As it is counted, so that a file adds up to the report. */
    private void putOrder(Map<String, @Nullable Object> row) {
        row.put("carrier", value(Dimension.CARRIER));
        row.put("country", value(Dimension.COUNTRY));
        row.put("language", value(Dimension.LANGUAGE));
        row.put("product_groups", List.copyOf(values(Dimension.PRODUCT_GROUP)));
        row.put("days_late", value(Dimension.DAYS_LATE));
    }

    private @Nullable String value(Dimension dimension) {
        return values(dimension).stream().findFirst().orElse(null);
    }

    private Set<String> values(Dimension dimension) {
        return counted.tally().values().getOrDefault(dimension.id(), Set.of());
    }
}
