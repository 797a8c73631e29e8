package dev.doorstep.local.year;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Survey;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many replies said what, how many surveys went where, and how many cases there were; under the
 * names by which insights counts them.
 *
 * @param counts by what they are about, and by counter
 */
record YearCounts(SortedMap<String, SortedMap<String, Long>> counts) {
    private static final String SURVEYS = "surveys~";
    private static final String CASES = "cases~";

    YearCounts {
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        counts.forEach(
                (about, of) ->
                        copy.put(about, Collections.unmodifiableSortedMap(new TreeMap<>(of))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    static YearCounts of(Year year) {
        SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
        year.replies()
                .forEach(reply -> add(counts, reply.survey().touchpoint().id(), counter(reply)));
        year.orders().stream()
                .flatMap(order -> order.surveys().values().stream())
                .forEach(
                        survey ->
                                counter(survey)
                                        .ifPresent(
                                                counter ->
                                                        add(
                                                                counts,
                                                                SURVEYS + survey.touchpoint().id(),
                                                                counter)));
        year.cases().forEach(each -> add(counts, CASES + each.id().touchpoint().id(), "cases"));
        return new YearCounts(counts);
    }

    /** All that there can be counts about. */
    static List<String> abouts() {
        return Arrays.stream(Touchpoint.values())
                .map(Touchpoint::id)
                .flatMap(id -> Stream.of(id, SURVEYS + id, CASES + id))
                .toList();
    }

    private static void add(
            SortedMap<String, SortedMap<String, Long>> counts, String about, String counter) {
        counts.computeIfAbsent(about, _ -> new TreeMap<>()).merge(counter, 1L, Long::sum);
    }

    private static String counter(Reply reply) {
        if (!reply.counts()) {
            return "suspect";
        }
        return switch (reply.answer()) {
            case Answer.Score score -> Integer.toString(score.value());
            case Answer.NotReceived _ -> "not-received";
            case Answer.Unscored _ -> "unscored";
        };
    }

    /** Nothing has become yet of what is planned. */
    private static Optional<String> counter(Survey survey) {
        return switch (survey.state()) {
            case Survey.State.Planned _, Survey.State.Sending _ -> Optional.empty();
            case Survey.State.Sent _ -> Optional.of("sent");
            case Survey.State.Bounced _ -> Optional.of("bounced");
            case Survey.State.Expired _ -> Optional.of("expired");
            case Survey.State.Skipped skipped -> Optional.of("skipped~" + skipped.reason().id());
        };
    }

    /** How many in all. */
    long all() {
        return counts.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .sum();
    }
}
