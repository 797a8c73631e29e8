package dev.doorstep.insights;

import dev.doorstep.figures.Share;
import dev.doorstep.scores.DayCounts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the surveys about one touchpoint that were to be sent in some days.
 *
 * @param delivered that were sent and did not come back
 * @param bounced that came back for good
 * @param answered of those that were delivered, by replies that count, whenever they came
 * @param skipped how many were not sent, by the reason
 */
record Invitations(long delivered, long bounced, long answered, Map<String, Long> skipped) {

    /**
     * @param answered who answers a mail that came back to its sender was asked all the same; they
     *     are in no rate
     */
    Invitations {
        answered = Math.min(answered, delivered);
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }

    static Invitations of(List<DayCounts> counted, long answered) {
        Map<String, Long> outcomes = new TreeMap<>();
        counted.stream()
                .flatMap(day -> day.byValue().values().stream())
                .forEach(of -> of.forEach((what, n) -> outcomes.merge(what, n, Long::sum)));
        Map<String, Long> skipped = new TreeMap<>();
        outcomes.forEach(
                (what, n) -> SurveyTally.skippedFor(what).ifPresent(why -> skipped.put(why, n)));
        return new Invitations(
                outcomes.getOrDefault(SurveyTally.SENT, 0L),
                outcomes.getOrDefault(SurveyTally.BOUNCED, 0L),
                answered,
                skipped);
    }

    /** Replies that count of surveys that were delivered; absent where none was. */
    Optional<Share> responseRate() {
        return delivered == 0 ? Optional.empty() : Optional.of(new Share(answered, delivered));
    }
}
