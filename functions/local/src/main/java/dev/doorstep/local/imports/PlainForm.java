package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ReplyReason;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The plain form: a row for each version of a reply to the survey of an order. */
record PlainForm(Moments moments) implements Form {
    static final List<String> REQUIRED =
            List.of("order_id", "touchpoint", "metric", "score", "answered_at");

    private static final List<String> OPTIONAL =
            List.of("comment", "reasons", "channel", "language", "changed_at");

    PlainForm {
        requireNonNull(moments, "moments is null");
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Collection<String> columns() {
        return Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    }

    @Override
    public ImportedReply read(Line.Row row) {
        Instant answeredAt = moments.read(row, "answered_at");
        return new ImportedReply(
                new SurveyId(order(row), touchpoint(row)),
                metric(row),
                Fields.score(row),
                reasons(row),
                Fields.comment(row),
                channel(row),
                Fields.locale(row, "language"),
                answeredAt,
                row.find("changed_at")
                        .map(_ -> moments.read(row, "changed_at"))
                        .orElse(answeredAt));
    }

    private static OrderId order(Line.Row row) {
        String order = row.require("order_id");
        try {
            return new OrderId(order);
        } catch (Rejected e) {
            throw Line.Row.wrong("order_id", e.detail());
        }
    }

    private static Touchpoint touchpoint(Line.Row row) {
        return Touchpoint.find(row.require("touchpoint").toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                Line.Row.wrong(
                                        "touchpoint",
                                        "is none of "
                                                + Arrays.stream(Touchpoint.values())
                                                        .map(Touchpoint::id)
                                                        .toList()));
    }

    private static Metric metric(Line.Row row) {
        return Fields.metric(row.require("metric"))
                .orElseThrow(
                        () ->
                                Line.Row.wrong(
                                        "metric",
                                        "is none of " + Arrays.toString(Metric.values())));
    }

    private static List<String> reasons(Line.Row row) {
        return row.find("reasons").stream()
                .flatMap(text -> Arrays.stream(text.split("[|,;]")))
                .map(reason -> reason.strip().toLowerCase(Locale.ROOT))
                .filter(reason -> !reason.isEmpty())
                .map(PlainForm::known)
                .distinct()
                .toList();
    }

    private static String known(String reason) {
        return ReplyReason.find(reason)
                .map(ReplyReason::id)
                .orElseThrow(
                        () ->
                                Line.Row.wrong(
                                        "reasons",
                                        "has one that is none of "
                                                + Arrays.stream(ReplyReason.values())
                                                        .map(ReplyReason::id)
                                                        .toList()));
    }

    private static Channel channel(Line.Row row) {
        return row.find("channel")
                .map(id -> channel(id.toLowerCase(Locale.ROOT)))
                .orElse(Channel.IMPORT);
    }

    private static Channel channel(String id) {
        return Channel.find(id)
                .orElseThrow(
                        () ->
                                Line.Row.wrong(
                                        "channel",
                                        "is none of "
                                                + Arrays.stream(Channel.values())
                                                        .map(Channel::id)
                                                        .toList()));
    }
}
