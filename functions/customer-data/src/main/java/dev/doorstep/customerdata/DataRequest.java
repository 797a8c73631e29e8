package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That somebody asked for customers' data to be exported or erased, who confirmed it, and what
 * became of it. It knows no customer but by the keyed hash of the address, so that it can stay as
 * the proof of what was erased.
 *
 * @param doneAt empty until it is done
 * @param version grows with each write, from 1
 */
record DataRequest(
        String id,
        Kind kind,
        Subject subject,
        Deed asked,
        Optional<Deed> confirmed,
        Progress progress,
        Optional<Instant> doneAt,
        long version) {

    DataRequest {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(asked, "asked is null");
        requireNonNull(confirmed, "confirmed is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(doneAt, "doneAt is null");
        if ((kind == Kind.RETENTION) != (subject instanceof Subject.Outdated)) {
            throw new IllegalArgumentException("what is outdated is erased, and nothing else");
        }
    }

    static DataRequest ask(String id, Kind kind, ContactId contact, Deed asked) {
        return new DataRequest(
                id,
                kind,
                new Subject.OfContact(contact),
                asked,
                Optional.empty(),
                Progress.begin(),
                Optional.empty(),
                1);
    }

    /** To erase what is outdated, which nobody needs to confirm: the programme says so. */
    static DataRequest retention(String id, Subject.Outdated outdated, Deed by, long version) {
        return new DataRequest(
                id,
                Kind.RETENTION,
                outdated,
                by,
                Optional.of(by),
                Progress.begin(),
                Optional.empty(),
                version);
    }

    /** The same under an id of its own, where nobody has written it yet. */
    DataRequest putAway(String as) {
        return new DataRequest(as, kind, subject, asked, confirmed, progress, doneAt, 1);
    }

    boolean isDone() {
        return doneAt.isPresent();
    }

    /** What a person is told of how far it is. */
    String state() {
        if (isDone()) {
            return "done";
        }
        return confirmed.isPresent() ? "confirmed" : "asked";
    }

    DataRequest confirmed(Deed by) {
        return new DataRequest(
                id, kind, subject, asked, Optional.of(by), progress, doneAt, version + 1);
    }

    DataRequest in(Progress next) {
        return new DataRequest(id, kind, subject, asked, confirmed, next, doneAt, version + 1);
    }

    DataRequest done(Instant at) {
        return new DataRequest(
                id,
                kind,
                subject,
                asked,
                confirmed,
                progress.over(),
                Optional.of(at.truncatedTo(ChronoUnit.MILLIS)),
                version + 1);
    }
}
