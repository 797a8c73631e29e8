package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Log;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.RetentionPlan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Has erased what was kept for as long as the programme says. The request of the last run is always
 * under the same id, so that there is never a second one beside it; those before it are kept under
 * ids of their own, as proofs. Safe for use by several threads.
 */
final class Retention {
    /** The id of the last run, which may still be going on. */
    static final String LAST = "retention";

    private static final String SCHEDULE = "schedule";

    private final DataRequests requests;
    private final JobQueue queue;
    private final Programme programme;
    private final Clock clock;

    Retention(DataRequests requests, JobQueue queue, Programme programme, Clock clock) {
        this.requests = requireNonNull(requests, "requests is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Starts a run, or lets one that is not done go on. Does nothing where all is kept for ever, or
     * the day's run is done. Starting again is harmless.
     */
    void start() {
        programme.retention().ifPresent(this::start);
    }

    private void start(RetentionPlan plan) {
        Instant now = clock.instant();
        Instant before = plan.keptFrom(now, programme.zone()).truncatedTo(ChronoUnit.MILLIS);
        Optional<DataRequest> last = requests.find(LAST);
        if (last.filter(run -> isEnough(run, before)).isPresent()) {
            return;
        }
        if (last.stream().allMatch(DataRequest::isDone)) {
            begin(last, before, now);
        }
        queue.send(LAST); // also if another start came first: it may have died before it sent this
    }

    private static boolean isEnough(DataRequest run, Instant before) {
        return run.isDone()
                && run.subject() instanceof Subject.Outdated(Instant until, _, _)
                && !until.isBefore(before);
    }

    /** The proof of the run before is put away first: whoever dies then, puts it away again. */
    private void begin(Optional<DataRequest> last, Instant before, Instant now) {
        Optional<DataRequest> proof = last.map(run -> run.putAway(LAST + "-" + run.asked().at()));
        proof.ifPresent(requests::write);
        DataRequest next =
                DataRequest.retention(
                        LAST,
                        new Subject.Outdated(
                                before,
                                lastDay(before, programme.zone()),
                                proof.map(DataRequest::id)),
                        new Deed(SCHEDULE, now),
                        last.map(DataRequest::version).orElse(0L) + 1);
        if (requests.write(next)) {
            Log.info("retention started", Map.of("before", before.toString()));
        }
    }

    private static LocalDate lastDay(Instant before, ZoneId zone) {
        return LocalDate.ofInstant(before, zone).minusDays(1);
    }
}
