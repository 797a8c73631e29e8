package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Ledger;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.ReplySummary;
import dev.doorstep.followups.Verdict;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells how support's cases go. Pure: reads and writes nothing. */
final class CaseTally {
    /** The one counter; what is told apart are the values of the dimensions. */
    static final String CASES = "cases";

    /** What became of what the customer was told. */
    static final String PROMISE = "promise";

    static final String KEPT = "kept";
    static final String BROKEN = "broken";
    static final String OPEN = "open";
    static final String CALLED_OFF = "called-off";

    /** Minutes until the customer heard from someone, as {@link Minutes} counts them. */
    static final String CONTACT = "contact";

    /**
     * By the shop's days on which its promises broke, those of earlier openings too: a promise can
     * break long after its case was opened. No dimension that a report can be asked for by.
     */
    static final String BROKEN_ON = "broken-on";

    /**
     * Whether it was put right, of the cases of detractors that are resolved, or that were and are
     * open again for what the customer said of that.
     */
    static final String RECOVERY = "recovery";

    static final String RECOVERED = "recovered";
    static final String NOT_RECOVERED = "not-recovered";
    static final String UNANSWERED = "unanswered";

    /** Of a case that nobody looks after, the latest: each day of it may break another promise. */
    private static final int MOST_DAYS_BROKEN = 20;

    private final ZoneId zone;

    /**
     * @param zone in which a day of the shop begins and ends
     */
    CaseTally(ZoneId zone) {
        this.zone = requireNonNull(zone, "zone is null");
    }

    /** What the figures of the cases of a touchpoint are counted under. */
    static String about(Touchpoint touchpoint) {
        return "cases~" + touchpoint.id();
    }

    Counted of(FollowUp followUp) {
        String about = about(followUp.id().touchpoint());
        LocalDate day = LocalDate.ofInstant(followUp.openedAt(), zone);
        return new Counted(
                about,
                day,
                followUp.id().toString(),
                followUp.version(),
                new Tally(about, day, CASES, values(followUp)));
    }

    private SortedMap<String, Set<String>> values(FollowUp followUp) {
        SortedMap<String, Set<String>> values = new TreeMap<>();
        values.put(Dimension.ALL.id(), Set.of(Dimension.ALL.id()));
        values.put(PROMISE, Set.of(promise(followUp.ledger())));
        Set<String> brokenOn = brokenOn(followUp.ledger());
        if (!brokenOn.isEmpty()) {
            values.put(BROKEN_ON, brokenOn);
        }
        followUp.timeToContact()
                .ifPresent(time -> values.put(CONTACT, Set.of(Minutes.upTo(time).toString())));
        recovery(followUp).ifPresent(recovery -> values.put(RECOVERY, Set.of(recovery)));
        return values;
    }

    private static String promise(Ledger ledger) {
        if (ledger.broken() > 0) {
            return BROKEN;
        }
        if (ledger.open().isPresent()) {
            return OPEN;
        }
        return ledger.promises().stream().anyMatch(CaseTally::isKept) ? KEPT : CALLED_OFF;
    }

    private Set<String> brokenOn(Ledger ledger) {
        return ledger.promises().stream()
                .flatMap(promise -> promise.end().stream())
                .filter(end -> end.fate() == Promise.Fate.BROKEN)
                .map(end -> LocalDate.ofInstant(end.at(), zone).toString())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MOST_DAYS_BROKEN)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isKept(Promise promise) {
        return promise.end().filter(end -> end.fate() == Promise.Fate.KEPT).isPresent();
    }

    /** A bad verdict opens the case again, but says of its end what it says. */
    private static Optional<String> recovery(FollowUp followUp) {
        ReplySummary reply = followUp.reply();
        boolean isDetractor =
                reply.answer() instanceof Answer.Score score
                        && reply.metric().isDetractor(score.value());
        boolean hasEnded = followUp.resolution().isPresent() || followUp.verdict().isPresent();
        return isDetractor && hasEnded
                ? Optional.of(followUp.verdict().map(CaseTally::recovery).orElse(UNANSWERED))
                : Optional.empty();
    }

    private static String recovery(Verdict verdict) {
        return verdict.reply().answer() instanceof Answer.Score score
                        && verdict.reply().metric().isPromoter(score.value())
                ? RECOVERED
                : NOT_RECOVERED;
    }
}
