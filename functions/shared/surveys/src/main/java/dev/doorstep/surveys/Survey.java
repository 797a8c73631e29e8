package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invitation to answer one question about one order.
 *
 * @param decided what was decided when it last came due
 * @param followUp the case that is asked about, by the id of the survey that led to it; an order
 *     can have several
 */
public record Survey(
        SurveyId id,
        Metric metric,
        Instant dueAt,
        State state,
        Optional<WhenDue> decided,
        Optional<SurveyId> followUp) {

    public Survey {
        requireNonNull(id, "id is null");
        requireNonNull(metric, "metric is null");
        dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(state, "state is null");
        requireNonNull(decided, "decided is null");
        if (followUp.isPresent() != (id.touchpoint() == Touchpoint.FOLLOW_UP)) {
            throw new IllegalArgumentException(
                    "a survey about a follow-up names it, and no other does");
        }
    }

    /** Asks whether this case was put right. */
    static Survey aboutFollowUp(SurveyId followUp, Metric metric, Instant dueAt, State state) {
        return new Survey(
                new SurveyId(followUp.order(), Touchpoint.FOLLOW_UP),
                metric,
                dueAt,
                state,
                Optional.empty(),
                Optional.of(followUp));
    }

    public Touchpoint touchpoint() {
        return id.touchpoint();
    }

    public boolean isPlanned() {
        return state instanceof State.Planned;
    }

    /** Whether its mail went out, or may have, or is needed no more: it was answered before. */
    public boolean isAsked() {
        return switch (state) {
            case State.Planned _ -> false;
            case State.Skipped skipped -> skipped.reason() == Reason.ANSWERED;
            case State.Sending _, State.Sent _, State.Bounced _, State.Expired _ -> true;
        };
    }

    /** When its mail went out, whether it arrived or not; empty if it did not, or may not have. */
    public Optional<Instant> sentAt() {
        return switch (state) {
            case State.Sent sent -> Optional.of(sent.at());
            case State.Bounced bounced -> Optional.of(bounced.sentAt());
            case State.Planned _, State.Sending _, State.Skipped _, State.Expired _ ->
                    Optional.empty();
        };
    }

    /**
     * As it is once its mail came back for good. One whose mail did not go out, as far as is known,
     * stays as it is.
     *
     * @param sentAt when the mail went out, if nobody noted that yet
     */
    Survey bounced(Instant sentAt, Instant at) {
        return switch (state) {
            case State.Sending _ -> in(new State.Bounced(sentAt, at));
            case State.Sent sent -> in(new State.Bounced(sent.at(), at));
            case State.Planned _, State.Bounced _, State.Skipped _, State.Expired _ -> this;
        };
    }

    /** As it is once it was answered: one that was not asked yet will not be. */
    public Survey answered(Instant at) {
        return isAsked() ? this : in(new State.Skipped(at, Reason.ANSWERED));
    }

    /** As it is once its customer's data is erased: one whose mail is not out will not be sent. */
    Survey erased(Instant at) {
        return switch (state) {
            case State.Planned _, State.Sending _ -> in(new State.Skipped(at, Reason.ERASED));
            case State.Sent _, State.Bounced _, State.Skipped _, State.Expired _ -> this;
        };
    }

    /** When it was due, what was decided then, and when it came to be what it is. */
    Stream<Instant> happenings() {
        Stream<Instant> became =
                switch (state) {
                    case State.Planned _ -> Stream.of();
                    case State.Sending sending -> Stream.of(sending.since());
                    case State.Sent sent -> Stream.of(sent.at());
                    case State.Bounced bounced -> Stream.of(bounced.at());
                    case State.Skipped skipped -> Stream.of(skipped.at());
                    case State.Expired expired -> Stream.of(expired.at());
                };
        return Stream.concat(
                Stream.of(dueAt), Stream.concat(became, decided.map(WhenDue::at).stream()));
    }

    public Survey in(State next) {
        return new Survey(id, metric, dueAt, next, decided, followUp);
    }

    public Survey dueAt(Instant next) {
        return new Survey(id, metric, next, state, decided, followUp);
    }

    /** Notes what was decided when it came due. */
    public Survey decided(Instant at, Decision decision) {
        return new Survey(
                id, metric, dueAt, state, Optional.of(new WhenDue(at, decision)), followUp);
    }

    /** What was decided when a survey came due. */
    public record WhenDue(Instant at, Decision decision) {

        public WhenDue {
            requireNonNull(at, "at is null");
            requireNonNull(decision, "decision is null");
        }
    }

    /** How far a survey has come. Whether it was answered, its reply says. */
    public sealed interface State {

        /** It waits for its time. */
        record Planned() implements State {}

        /** One sender has it; whether the mail is out is not settled. */
        record Sending(Instant since) implements State {}

        record Sent(Instant at, String sesMessageId) implements State {}

        /** It was sent, and its mail came back for good. */
        record Bounced(Instant sentAt, Instant at) implements State {}

        record Skipped(Instant at, Reason reason) implements State {}

        record Expired(Instant at) implements State {}
    }
}
