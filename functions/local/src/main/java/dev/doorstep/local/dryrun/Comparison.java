package dev.doorstep.local.dryrun;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Reason;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a changed programme would do, beside today's. */
record Comparison(Forecast today, Forecast changed) {
    private static final String HEAD = "%-28s %9s %9s %9s";

    Comparison {
        requireNonNull(today, "today is null");
        requireNonNull(changed, "changed is null");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, HEAD.formatted("", "today", "changed", "+/-"));
        row(text, "surveys sent", Forecast::sentInAll);
        for (Touchpoint touchpoint : Touchpoint.values()) {
            count(text, touchpoint.id(), touchpoint, Forecast::sent);
        }
        row(text, "people asked", Forecast::people);
        row(text, "reminders, if nobody answers", Forecast::remindersInAll);
        row(text, "not sent", Forecast::skippedInAll);
        Arrays.stream(Reason.values())
                .forEach(reason -> count(text, reason.id(), reason, Forecast::skipped));
        days(text, "surveys by day", Forecast::surveys);
        days(text, "reminders by day", Forecast::reminders);
        return text.toString();
    }

    private void days(
            StringBuilder text, String name, Function<Forecast, Map<LocalDate, Long>> counts) {
        line(text, "");
        line(text, HEAD.formatted(name, "today", "changed", "+/-"));
        SortedSet<LocalDate> days = new TreeSet<>(counts.apply(today).keySet());
        days.addAll(counts.apply(changed).keySet());
        days.forEach(day -> count(text, day.toString(), day, counts));
    }

    /** Nothing, where there is nothing in either. */
    private <K> void count(
            StringBuilder text, String name, K key, Function<Forecast, Map<K, Long>> counts) {
        if (counts.apply(today).containsKey(key) || counts.apply(changed).containsKey(key)) {
            row(text, "  " + name, forecast -> counts.apply(forecast).getOrDefault(key, 0L));
        }
    }

    private void row(StringBuilder text, String name, ToLongFunction<Forecast> count) {
        long before = count.applyAsLong(today);
        long after = count.applyAsLong(changed);
        line(text, "%-28s %,9d %,9d %+,9d".formatted(name, before, after, after - before));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
