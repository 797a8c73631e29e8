package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * An export that somebody asked for, and how far it is.
 *
 * @param given the fields as they were given: what is asked for again under the same key is the
 *     same if these are
 * @param askedBy the id of who asked, at the sign-in
 * @param startedAt when the file was begun, for the last time: S3 counts its days from there
 * @param beginnings how often it was begun
 * @param failedAt when it was found that it cannot go on
 * @param movedAt when it went on last, or was asked for
 * @param version grows with each write, from 1
 */
record ExportJob(
        String id,
        ExportRequest request,
        Map<String, String> given,
        String askedBy,
        Instant askedAt,
        Optional<Instant> startedAt,
        ExportProgress progress,
        int beginnings,
        Optional<Instant> failedAt,
        Optional<Instant> doneAt,
        Instant movedAt,
        long version) {
    /** How long a file is there for sure. */
    static final Duration KEPT = Duration.ofDays(1);

    /** As long as its message is among the dead letters at most. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(14);

    /** Longer than all deliveries of its message take. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofHours(1);

    ExportJob {
        requireNonNull(id, "id is null");
        requireNonNull(request, "request is null");
        given = Map.copyOf(given);
        requireNonNull(askedBy, "askedBy is null");
        requireNonNull(askedAt, "askedAt is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(failedAt, "failedAt is null");
        requireNonNull(doneAt, "doneAt is null");
        requireNonNull(movedAt, "movedAt is null");
    }

    /** What a person is told of it. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        String id() {
            return Ids.of(this);
        }
    }

    static ExportJob ask(
            String id, ExportRequest request, Map<String, String> given, String by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new ExportJob(
                id,
                request,
                given,
                by,
                at,
                Optional.empty(),
                ExportProgress.begin(request.days()),
                0,
                Optional.empty(),
                Optional.empty(),
                at,
                1);
    }

    boolean isDone() {
        return doneAt.isPresent();
    }

    /** One that has not moved for an hour stands still, whatever the reason, begun or not. */
    State state(Instant now) {
        if (isDone()) {
            return State.DONE;
        }
        boolean standsStill = !now.isBefore(movedAt.plus(LONGEST_STANDSTILL));
        if (failedAt.isPresent() || standsStill) {
            return State.FAILED;
        }
        return startedAt.isEmpty() ? State.WAITING : State.RUNNING;
    }

    /** Until when the file is there for sure; as long as there is none, until when this is. */
    Instant expiresAt() {
        return isDone() ? startedAt.orElse(askedAt).plus(KEPT) : askedAt.plus(GIVEN_UP_AFTER);
    }

    /** Whether there is nothing to be had of it any more. */
    boolean isGone(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** The file is begun, or begun anew where what was kept of it is lost. */
    ExportJob begun(Instant now) {
        return moved(
                Optional.of(now.truncatedTo(ChronoUnit.MILLIS)),
                ExportProgress.begin(request.days()),
                beginnings + 1,
                Optional.empty(),
                now);
    }

    ExportJob in(ExportProgress next, Instant now) {
        return moved(startedAt, next, beginnings, Optional.empty(), now);
    }

    ExportJob done(ExportProgress last, Instant now) {
        return moved(startedAt, last.over(), beginnings, Optional.of(now), now);
    }

    ExportJob failed(Instant now) {
        return new ExportJob(
                id,
                request,
                given,
                askedBy,
                askedAt,
                startedAt,
                progress,
                beginnings,
                Optional.of(now.truncatedTo(ChronoUnit.MILLIS)),
                doneAt,
                movedAt,
                version + 1);
    }

    private ExportJob moved(
            Optional<Instant> started,
            ExportProgress next,
            int begun,
            Optional<Instant> done,
            Instant now) {
        return new ExportJob(
                id,
                request,
                given,
                askedBy,
                askedAt,
                started,
                next,
                begun,
                Optional.empty(),
                done.map(at -> at.truncatedTo(ChronoUnit.MILLIS)),
                now.truncatedTo(ChronoUnit.MILLIS),
                version + 1);
    }
}
