package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Histogram;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was counted of the replies about one touchpoint, by one metric. */
record CountedReplies(Scores scores, Touchpoint touchpoint, Metric metric) {

    CountedReplies {
        requireNonNull(scores, "scores is null");
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
    }

    /** All of them together; a day without any is absent. */
    Map<LocalDate, Counts> byDay(Days days) {
        Map<LocalDate, Counts> byDay = new LinkedHashMap<>();
        for (DayCounts day : read(Dimension.ALL.id(), days)) {
            day.byValue().values().forEach(of -> byDay.merge(day.day(), counts(of), Counts::plus));
        }
        return byDay;
    }

    /** The sum of those of these days. */
    Counts sum(Map<LocalDate, Counts> byDay, Days days) {
        return days.byDay().stream()
                .flatMap(day -> Optional.ofNullable(byDay.get(day.first())).stream())
                .reduce(Counts.none(metric), Counts::plus);
    }

    Map<String, Counts> byValue(Dimension by, Days days) {
        Map<String, Counts> byValue = new LinkedHashMap<>();
        for (DayCounts day : read(by.id(), days)) {
            day.byValue().forEach((value, of) -> byValue.merge(value, counts(of), Counts::plus));
        }
        return byValue;
    }

    /** The scores of the replies that name a reason. */
    Map<String, Histogram> byReason(Days days) {
        return byValue(Dimension.REASON, days).entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, reason -> reason.getValue().scores()));
    }

    /**
     * How many replies that count there are to the surveys that were sent in these days.
     *
     * @param open for how many days after its mail a survey can be answered
     */
    long toSurveysOf(Days days, long open) {
        long answers = 0;
        for (DayCounts day :
                read(ReplyTally.SENT_ON, new Days(days.first(), days.last().plusDays(open)))) {
            Days sent = new Days(day.day().minusDays(open), day.day());
            answers +=
                    day.byValue().entrySet().stream()
                            .filter(sentOn -> isOf(sentOn.getKey(), days, sent))
                            .mapToLong(sentOn -> counts(sentOn.getValue()).thatCount())
                            .sum();
        }
        return answers;
    }

    private static boolean isOf(String sentOn, Days asked, Days sent) {
        LocalDate day = LocalDate.parse(sentOn);
        return asked.contains(day) && sent.contains(day);
    }

    private List<DayCounts> read(String dimension, Days days) {
        return scores.read(
                ReplyTally.about(touchpoint, metric), dimension, days.first(), days.last());
    }

    private Counts counts(Map<String, Long> counters) {
        return Counts.of(metric, counters);
    }
}
