package dev.doorstep.local.dryrun;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Reason;

import java.time.LocalDate;
import java.util.Map;

/**
 * Whom a programme asks.
 *
 * @param sent surveys, by touchpoint
 * @param people how many got a survey
 * @param surveys sent, by day
 * @param reminders sent if nobody answers, by day
 * @param skipped surveys that were not sent, and orders that have none, by why not
 */
record Forecast(
        Map<Touchpoint, Long> sent,
        long people,
        Map<LocalDate, Long> surveys,
        Map<LocalDate, Long> reminders,
        Map<Reason, Long> skipped) {

    Forecast {
        sent = Map.copyOf(sent);
        surveys = Map.copyOf(surveys);
        reminders = Map.copyOf(reminders);
        skipped = Map.copyOf(skipped);
    }

    long sentInAll() {
        return sum(sent);
    }

    long remindersInAll() {
        return sum(reminders);
    }

    long skippedInAll() {
        return sum(skipped);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
