package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is shown, to be changed.
 *
 * @param last the last day that can be shown
 * @param error what is wrong with it, in words
 * @param wrong the field that is
 */
public record FilterView(
        String from,
        String to,
        String last,
        List<Choice> touchpoints,
        List<Choice> by,
        List<Choice> compare,
        List<Choice> spans,
        Optional<String> error,
        String wrong) {
    private static final List<Integer> SPANS = List.of(7, 30, 90, 365);

    public FilterView {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(last, "last is null");
        touchpoints = List.copyOf(touchpoints);
        by = List.copyOf(by);
        compare = List.copyOf(compare);
        spans = List.copyOf(spans);
        requireNonNull(error, "error is null");
        requireNonNull(wrong, "wrong is null");
    }

    static FilterView of(ReportRequest request, LocalDate today, Programme programme, Frame frame) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("from", request.days().first().toString());
        values.put("to", request.days().last().toString());
        values.put("touchpoint", request.touchpoint().id());
        values.put("by", request.by().map(Dimension::id).orElse(""));
        values.put("compare", request.compare().map(Compare::id).orElse(""));
        return of(values, Optional.empty(), today, programme, frame);
    }

    /** As it was sent, with what is wrong with it. */
    static FilterView refused(
            Map<String, String> query,
            Rejected why,
            LocalDate today,
            Programme programme,
            Frame frame) {
        return of(query, Optional.of(why), today, programme, frame);
    }

    private static FilterView of(
            Map<String, String> values,
            Optional<Rejected> why,
            LocalDate today,
            Programme programme,
            Frame frame) {
        return new FilterView(
                values.getOrDefault("from", ""),
                values.getOrDefault("to", ""),
                today.minusDays(1).toString(),
                choices(
                        programme.touchpoints().keySet().stream().sorted().map(Touchpoint::id),
                        values.getOrDefault("touchpoint", ""),
                        "touchpoint",
                        frame),
                choices(
                        Stream.concat(
                                Stream.of(""),
                                Arrays.stream(Dimension.values())
                                        .filter(by -> by != Dimension.ALL)
                                        .map(Dimension::id)),
                        values.getOrDefault("by", ""),
                        "by",
                        frame),
                choices(
                        Stream.of("", Compare.PREVIOUS.id(), Compare.YEAR.id()),
                        values.getOrDefault("compare", ""),
                        "compare",
                        frame),
                SPANS.stream().map(days -> span(days, values, today, frame)).toList(),
                why.map(rejected -> error(rejected, frame)),
                why.map(rejected -> rejected.field().substring(1)).orElse(""));
    }

    private static String error(Rejected rejected, Frame frame) {
        return switch (rejected.field()) {
            case "/from", "/to" -> frame.text("error" + rejected.field().replace('/', '.'));
            default -> frame.text("error.choice");
        };
    }

    private static Choice span(int days, Map<String, String> values, LocalDate today, Frame frame) {
        Map<String, String> query = new LinkedHashMap<>(values);
        query.put("from", today.minusDays(days).toString());
        query.put("to", today.minusDays(1).toString());
        boolean isChosen =
                query.get("from").equals(values.get("from"))
                        && query.get("to").equals(values.get("to"));
        return new Choice(
                Links.PAGE + "?" + Links.query(query), frame.text("span." + days), isChosen);
    }

    private static List<Choice> choices(
            Stream<String> ids, String chosen, String prefix, Frame frame) {
        return ids.map(
                        id ->
                                new Choice(
                                        id,
                                        frame.text(prefix + "." + (id.isEmpty() ? "none" : id)),
                                        id.equals(chosen)))
                .toList();
    }

    /** Something to choose. */
    public record Choice(String id, String label, boolean isChosen) {}
}
