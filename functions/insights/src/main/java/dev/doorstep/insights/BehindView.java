package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.surveys.SurveyId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is behind a figure, in words.
 *
 * @param next where more of it is
 */
public record BehindView(
        String title, String days, String what, List<Line> lines, Optional<String> next) {

    public BehindView {
        requireNonNull(title, "title is null");
        requireNonNull(days, "days is null");
        requireNonNull(what, "what is null");
        lines = List.copyOf(lines);
        requireNonNull(next, "next is null");
    }

    static BehindView of(
            BehindRequest asked, Behind.Found found, Map<Counted, Reply> replies, Frame frame) {
        return new BehindView(
                frame.text(
                        "behind." + asked.kind().id(),
                        frame.text("touchpoint." + asked.touchpoint().id())),
                frame.days(asked.days()),
                what(asked, frame),
                found.things().stream()
                        .map(
                                thing ->
                                        line(
                                                asked,
                                                thing,
                                                Optional.ofNullable(replies.get(thing)),
                                                frame))
                        .toList(),
                found.next().map(place -> Links.next(asked, place)));
    }

    private static String what(BehindRequest asked, Frame frame) {
        Stream<String> value =
                asked.dimension().equals(Dimension.ALL.id())
                        ? Stream.empty()
                        : Stream.of(value(asked, frame));
        Stream<String> counter = asked.counter().map(id -> counter(asked, id, frame)).stream();
        return String.join(" \u00b7 ", Stream.concat(value, counter).toList());
    }

    private static String value(BehindRequest asked, Frame frame) {
        return asked.kind() == BehindRequest.Kind.CASES
                ? frame.name(asked.dimension(), asked.value())
                : frame.text("by." + asked.dimension())
                        + ": "
                        + frame.value(asked.dimension(), asked.value());
    }

    private static String counter(BehindRequest asked, String counter, Frame frame) {
        return asked.kind() == BehindRequest.Kind.SURVEYS
                ? SurveyTally.skippedFor(counter)
                        .map(reason -> frame.name("skipped", reason))
                        .orElseGet(() -> frame.name("surveys", outcome(counter)))
                : frame.name("counter", counter);
    }

    /** A survey that was sent and is not bounced was delivered. */
    private static String outcome(String counter) {
        return counter.equals(SurveyTally.SENT) ? "delivered" : counter;
    }

    private static Line line(
            BehindRequest asked, Counted thing, Optional<Reply> reply, Frame frame) {
        String order = SurveyId.parse(thing.id()).order().value();
        return new Line(
                frame.day(thing.tally().day()),
                order,
                asked.kind() == BehindRequest.Kind.CASES || hasCase(reply)
                        ? Links.ofCase(thing.id())
                        : Links.ofOrder(order),
                answer(asked, thing, frame),
                scoreKind(asked, thing.tally().counter()),
                tags(thing, frame),
                reply.flatMap(Reply::comment),
                reply.flatMap(Reply::locale).map(locale -> locale.toLanguageTag()).orElse(""));
    }

    private static boolean hasCase(Optional<Reply> reply) {
        return reply.flatMap(Reply::attention).isPresent();
    }

    private static String scoreKind(BehindRequest asked, String counter) {
        return asked.kind() == BehindRequest.Kind.REPLIES && Counts.isScore(counter)
                ? ReportView.kind(asked.metric(), Integer.parseInt(counter))
                : "";
    }

    private static String answer(BehindRequest asked, Counted thing, Frame frame) {
        return switch (asked.kind()) {
            case REPLIES -> frame.name("counter", thing.tally().counter());
            case SURVEYS -> counter(asked, thing.tally().counter(), frame);
            case CASES ->
                    thing.tally().values().getOrDefault(CaseTally.PROMISE, Set.of()).stream()
                            .map(fate -> frame.name(CaseTally.PROMISE, fate))
                            .findFirst()
                            .orElse("");
        };
    }

    /** Reasons first: what can be told from the others is what the customer said. */
    private static List<String> tags(Counted thing, Frame frame) {
        return Stream.of(
                        Dimension.REASON,
                        Dimension.CARRIER,
                        Dimension.COUNTRY,
                        Dimension.PRODUCT_GROUP,
                        Dimension.DAYS_LATE,
                        Dimension.CHANNEL)
                .map(Dimension::id)
                .flatMap(
                        by ->
                                thing.tally().values().getOrDefault(by, Set.of()).stream()
                                        .filter(value -> !value.equals("unknown"))
                                        .map(value -> frame.value(by, value)))
                .toList();
    }

    /**
     * One reply, survey or case.
     *
     * @param link to its case, if it led to one, else to its order
     * @param kind of the score, for colours
     * @param language of the comment; empty if it is not known
     */
    public record Line(
            String day,
            String order,
            String link,
            String answer,
            String kind,
            List<String> tags,
            Optional<String> comment,
            String language) {

        public Line {
            requireNonNull(day, "day is null");
            requireNonNull(order, "order is null");
            requireNonNull(link, "link is null");
            requireNonNull(answer, "answer is null");
            requireNonNull(kind, "kind is null");
            tags = List.copyOf(tags);
            requireNonNull(comment, "comment is null");
            requireNonNull(language, "language is null");
        }
    }
}
