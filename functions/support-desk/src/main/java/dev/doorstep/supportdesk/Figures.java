package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Promise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the cases of one agent, or of a team, went.
 *
 * @param kept promises that were kept, of those that were kept or broken
 * @param recovered customers who were happy in the end, of those who said what came of it
 * @param timeToContact from a case's opening to the first word to its customer; nights count
 */
record Figures(int cases, Share kept, Share recovered, Optional<Middle<Duration>> timeToContact) {

    Figures {
        requireNonNull(kept, "kept is null");
        requireNonNull(recovered, "recovered is null");
        requireNonNull(timeToContact, "timeToContact is null");
    }

    static Figures of(List<FollowUp> cases) {
        int kept = count(cases, Promise.Fate.KEPT);
        List<FollowUp> judged = cases.stream().filter(Figures::isJudged).toList();
        int happy = (int) judged.stream().filter(c -> c.recovery().isPresent()).count();
        return new Figures(
                cases.size(),
                new Share(kept, kept + count(cases, Promise.Fate.BROKEN)),
                new Share(happy, judged.size()),
                Middle.of(
                        cases.stream().flatMap(c -> c.timeToContact().stream()).toList(),
                        Figures::halfway));
    }

    static Duration halfway(Duration one, Duration other) {
        return one.plus(other).dividedBy(2);
    }

    private static boolean isJudged(FollowUp followUp) {
        return followUp.verdict().isPresent() || followUp.recovery().isPresent();
    }

    private static int count(List<FollowUp> cases, Promise.Fate fate) {
        return (int)
                cases.stream()
                        .flatMap(c -> c.ledger().promises().stream())
                        .flatMap(promise -> promise.end().stream())
                        .filter(end -> end.fate() == fate)
                        .count();
    }
}
