package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.FollowUpEnd;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One case for support. It bears the id of its survey. Each method that changes it gives the next
 * follow-up; {@link FollowUps} writes that only over the one that it came from.
 *
 * @param ledger the promises that it was given
 * @param contactedAt when the customer was first reached since it was last opened
 * @param verdict what the customer answered last when asked whether it was put right
 * @param recovery that the customer is happy now, if what they said last is so
 * @param mails how many mails support wrote in it
 * @param hinted whether a hint was queued since it was opened or last raised
 * @param version grows with each write, from 1
 */
public record FollowUp(
        SurveyId id,
        FollowUpState state,
        Severity severity,
        Instant openedAt,
        Ledger ledger,
        ReplySummary reply,
        CustomerSummary customer,
        Optional<Claim> claim,
        Optional<Instant> contactedAt,
        Optional<Resolution> resolution,
        Optional<Verdict> verdict,
        Optional<Recovery> recovery,
        History history,
        int mails,
        boolean hinted,
        long version) {

    public FollowUp {
        requireNonNull(id, "id is null");
        requireNonNull(state, "state is null");
        requireNonNull(severity, "severity is null");
        openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(ledger, "ledger is null");
        requireNonNull(reply, "reply is null");
        requireNonNull(customer, "customer is null");
        requireNonNull(claim, "claim is null");
        requireNonNull(contactedAt, "contactedAt is null");
        requireNonNull(resolution, "resolution is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(recovery, "recovery is null");
        requireNonNull(history, "history is null");
        if (claim.isPresent() != (state == FollowUpState.CLAIMED)) {
            throw new IllegalArgumentException("a claimed follow-up has a claim, and no other");
        }
        if (resolution.isPresent() != (state == FollowUpState.RESOLVED)) {
            throw new IllegalArgumentException("a resolved follow-up has an end, and no other");
        }
    }

    /** A new case for a reply that needs attention. */
    public static FollowUp open(
            Reply reply,
            Attention attention,
            Promise promise,
            CustomerSummary customer,
            Instant now) {
        return open(
                reply.survey(),
                attention,
                promise,
                ReplySummary.of(reply),
                customer,
                new HistoryEntry(now, Happening.OPENED));
    }

    /** A new case of a customer who has not said anything yet, and why it is one. */
    public static FollowUp openUnasked(
            SurveyId id,
            Metric metric,
            Attention attention,
            Promise promise,
            CustomerSummary customer,
            String why,
            Instant now) {
        return open(
                id,
                attention,
                promise,
                ReplySummary.none(metric),
                customer,
                new HistoryEntry(now, Optional.empty(), Happening.OPENED, Optional.of(why)));
    }

    private static FollowUp open(
            SurveyId id,
            Attention attention,
            Promise promise,
            ReplySummary reply,
            CustomerSummary customer,
            HistoryEntry opened) {
        return new FollowUp(
                id,
                FollowUpState.OPEN,
                attention.severity(),
                opened.at(),
                Ledger.of(promise),
                reply,
                customer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new History(List.of(opened)),
                0,
                false,
                1);
    }

    /** The time that the customer was told last. */
    public Instant promisedAt() {
        return ledger.last().by();
    }

    /** What wakes whoever watches over its promise, while it binds. */
    public Optional<Timer> promiseTimer() {
        return ledger.open()
                .map(
                        promise ->
                                new Timer(
                                        TimerKind.PROMISE,
                                        new FollowUpDue(id, ledger.number()).toString(),
                                        promise.nextLook()));
    }

    /** Whether support is not done with it. */
    public boolean isLive() {
        return state == FollowUpState.OPEN || state == FollowUpState.CLAIMED;
    }

    /** Whether anyone may claim it: nobody has it, or its lease has lapsed. */
    public boolean isClaimable(Instant now) {
        return switch (state) {
            case OPEN -> true;
            case CLAIMED -> claim.stream().allMatch(c -> c.isLapsed(now));
            case RESOLVED, WITHDRAWN -> false;
        };
    }

    /** Whether this agent has it. A lapsed lease counts until another agent claims the case. */
    public boolean isOwnedBy(Agent agent) {
        return claim.stream().anyMatch(c -> c.owner().id().equals(agent.id()));
    }

    public FollowUp claimed(Agent agent, Instant now, Duration lease) {
        return edit().state(FollowUpState.CLAIMED)
                .lease(agent, now, lease)
                .happened(now, agent, Happening.CLAIMED, Optional.empty())
                .build();
    }

    /** The owner is at it: the lease starts again. */
    public FollowUp extended(Agent agent, Instant now, Duration lease) {
        return edit().lease(agent, now, lease).build();
    }

    public FollowUp released(Agent agent, Instant now, Optional<String> note) {
        return edit().state(FollowUpState.OPEN)
                .happened(now, agent, Happening.RELEASED, note)
                .build();
    }

    /**
     * The customer was reached, and the promise with it kept. The first time that they were reached
     * stays.
     */
    public FollowUp contacted(
            Agent agent, Instant now, Duration lease, ContactChannel channel, String said) {
        return reached(agent, now, lease)
                .happened(
                        new HistoryEntry(
                                now,
                                Optional.of(agent),
                                Happening.CONTACTED,
                                Optional.of(channel),
                                Optional.of(said),
                                Optional.empty(),
                                Optional.empty()))
                .build();
    }

    /** A mail to the customer is written, and is to be sent now: the customer is reached by it. */
    public FollowUp written(Agent agent, Instant now, Duration lease, String text) {
        return reached(agent, now, lease)
                .mails(mails + 1)
                .happened(
                        new HistoryEntry(
                                now,
                                Optional.of(agent),
                                Happening.CONTACTED,
                                Optional.of(ContactChannel.MAIL),
                                Optional.of(text),
                                Optional.of(mails + 1),
                                Optional.empty()))
                .build();
    }

    /**
     * The customer is told another time.
     *
     * @param channel on which they were told; empty if a mail is to tell them
     */
    public FollowUp promised(
            Agent agent,
            Instant now,
            Duration lease,
            Promise next,
            Optional<ContactChannel> channel,
            String said) {
        boolean isMailed = channel.isEmpty();
        HistoryEntry entry =
                new HistoryEntry(
                        now,
                        Optional.of(agent),
                        Happening.PROMISED,
                        channel.or(() -> Optional.of(ContactChannel.MAIL)),
                        Optional.of(said),
                        isMailed ? Optional.of(mails + 1) : Optional.empty(),
                        Optional.of(next.by()));
        return edit().lease(agent, now, lease)
                .promise(next, now)
                .mails(isMailed ? mails + 1 : mails)
                .happened(entry)
                .build();
    }

    /**
     * Whether it may end so: who was promised that someone will be in touch was reached, could not
     * be, or needs nothing any more.
     */
    public boolean isDone(Outcome outcome) {
        return contactedAt.isPresent() || !outcome.needsContact();
    }

    /** The mail that support wrote with this number, if history still knows it. */
    public Optional<HistoryEntry> mail(int number) {
        return history.entries().stream()
                .filter(entry -> entry.what() != Happening.MAIL_REFUSED)
                .filter(entry -> entry.mail().filter(n -> n == number).isPresent())
                .findFirst();
    }

    /**
     * A mail that support wrote could not be sent, so the customer does not know what it says.
     * Noting it again changes nothing.
     */
    public FollowUp mailRefused(int number, Instant now) {
        HistoryEntry entry =
                new HistoryEntry(
                        now,
                        Optional.empty(),
                        Happening.MAIL_REFUSED,
                        Optional.of(ContactChannel.MAIL),
                        Optional.empty(),
                        Optional.of(number),
                        Optional.empty());
        boolean isKnown =
                history.entries().stream()
                        .filter(known -> known.what() == Happening.MAIL_REFUSED)
                        .anyMatch(known -> known.mail().equals(entry.mail()));
        return isKnown ? this : edit().happened(entry).build();
    }

    /** Who has it was warned that its promise is about to break. */
    public FollowUp warned(Instant now) {
        return edit().promiseWarned(now).happened(now, Happening.WARNED).build();
    }

    /** Its promise was not kept: it is urgent, and has a new one. */
    public FollowUp broken(Promise next, Instant now) {
        return edit().promiseEnded(Promise.Fate.BROKEN, now)
                .promise(next, now)
                .severity(Severity.URGENT)
                .hinted(false)
                .happened(
                        new HistoryEntry(
                                now,
                                Optional.empty(),
                                Happening.PROMISE_BROKEN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(next.by())))
                .build();
    }

    /**
     * The promise that took the place of one that broke because nobody was in touch; empty if that
     * one did not break, or someone was in touch late.
     */
    public Optional<Promise> nextAfterBreak(int number) {
        return ledger.find(number + 1)
                .filter(
                        next ->
                                history.entries().stream()
                                        .filter(e -> e.what() == Happening.PROMISE_BROKEN)
                                        .anyMatch(e -> e.by().equals(Optional.of(next.by()))));
    }

    private FollowUpEdit reached(Agent agent, Instant now, Duration lease) {
        return edit().contactedAt(contactedAt.or(() -> Optional.of(now)))
                .promiseEnded(Promise.Fate.KEPT, now)
                .lease(agent, now, lease);
    }

    public FollowUp noted(Agent agent, Instant now, Duration lease, String note) {
        return edit().lease(agent, now, lease)
                .happened(now, agent, Happening.NOTED, Optional.of(note))
                .build();
    }

    public FollowUp resolved(Agent agent, Resolution end, Optional<String> note) {
        return edit().state(FollowUpState.RESOLVED)
                .promiseEnded(Promise.Fate.CALLED_OFF, end.at())
                .resolution(end)
                .happened(end.at(), agent, Happening.RESOLVED, note)
                .build();
    }

    /** A lead picked it for others to learn from. Picking it again changes nothing. */
    public FollowUp picked(Agent lead, Instant now) {
        return isPicked()
                ? this
                : edit().happened(now, lead, Happening.PICKED, Optional.empty()).build();
    }

    public boolean isPicked() {
        return history.entries().stream().anyMatch(entry -> entry.what() == Happening.PICKED);
    }

    /** Who resolved it last. */
    public Optional<Agent> resolvedBy() {
        return history.entries().stream()
                .filter(entry -> entry.what() == Happening.RESOLVED)
                .flatMap(entry -> entry.who().stream())
                .reduce((_, later) -> later);
    }

    /** A hint for it is in the queue. */
    public FollowUp withHint() {
        return edit().hinted(true).build();
    }

    /**
     * What a later version of the reply makes of it: raised or opened again if the customer is
     * worse off, opened again if it was resolved before a letter that must be read was known,
     * withdrawn if they need nobody any more and nobody has it; else it is noted.
     *
     * @param promise for the attention of this reply; not used if it needs none
     * @return empty if this version of the reply, or a later one, is known already
     */
    public Optional<FollowUp> replyChanged(Reply next, Promise promise, Instant now) {
        if (next.version() <= reply.version()) {
            return Optional.empty();
        }
        Optional<Recovery> after = recoveryAfter(next);
        FollowUpEdit edit = edit().reply(ReplySummary.of(next)).recovery(after);
        if (after.isPresent() && recovery.isEmpty()) {
            edit.happened(now, Happening.RECOVERED);
        }
        return Optional.of(
                next.lastNeed()
                        .map(need -> stirred(edit, next, reply.letters(), need, promise, now))
                        .orElseGet(() -> calmed(edit, now)));
    }

    /**
     * What it makes of a need that no reply speaks of: opened again if that arose after its end,
     * raised if it is more urgent than what is known.
     *
     * @param promise for the need
     * @return empty if nothing changes
     */
    public Optional<FollowUp> alerted(Attention need, Promise promise, String why, Instant now) {
        if (isClosed()) {
            return need.since().isAfter(endedAt())
                    ? Optional.of(
                            happened(
                                    reopened(edit(), need, promise, now),
                                    Happening.REOPENED,
                                    why,
                                    now))
                    : Optional.empty();
        }
        return need.severity().compareTo(severity) > 0
                ? Optional.of(
                        happened(raised(edit(), need, promise, now), Happening.RAISED, why, now))
                : Optional.empty();
    }

    private static FollowUp happened(FollowUpEdit edit, Happening what, String why, Instant now) {
        return edit.happened(new HistoryEntry(now, Optional.empty(), what, Optional.of(why)))
                .build();
    }

    private Instant endedAt() {
        return resolution.map(Resolution::at).orElse(history.entries().getLast().at());
    }

    /**
     * What the customer's answer to whether it was put right makes of it: opened again if it was
     * not, or if someone must be in touch for another reason. Who is happy now has recovered; a
     * case that is open stays so, as it may be open for something else.
     *
     * @param promise for the attention of this reply; not used if it needs none
     * @return empty if this version of the reply, or a later one, is known already
     */
    public Optional<FollowUp> judged(Reply next, Promise promise, Instant now) {
        if (verdict.filter(known -> next.version() <= known.reply().version()).isPresent()) {
            return Optional.empty();
        }
        List<Letter> letters = verdict.map(known -> known.reply().letters()).orElse(List.of());
        FollowUpEdit edit =
                edit().verdict(new Verdict(ReplySummary.of(next), next.changedAt()))
                        .recovery(Recovery.of(next))
                        .happened(now, judgement(next));
        return Optional.of(
                next.lastNeed()
                        .map(need -> stirred(edit, next, letters, need, promise, now))
                        .orElseGet(edit::build));
    }

    private static Happening judgement(Reply next) {
        if (next.answer().isUnhappy(next.metric())) {
            return Happening.NOT_PUT_RIGHT;
        }
        return Recovery.of(next).isPresent() ? Happening.RECOVERED : Happening.JUDGED;
    }

    /** Who was unhappy, heard from us and then changed the answer to a happy one has recovered. */
    private Optional<Recovery> recoveryAfter(Reply next) {
        boolean was = reply.answer().isUnhappy(reply.metric());
        boolean is = next.answer().isUnhappy(next.metric());
        if (was == is) {
            return recovery;
        }
        return is || !wasContacted() ? Optional.empty() : Recovery.of(next);
    }

    private boolean wasContacted() {
        return contactedAt.isPresent()
                || history.entries().stream().anyMatch(e -> e.what() == Happening.CONTACTED);
    }

    private FollowUp calmed(FollowUpEdit edit, Instant now) {
        return isClaimable(now)
                ? edit.state(FollowUpState.WITHDRAWN)
                        .promiseEnded(Promise.Fate.CALLED_OFF, now)
                        .happened(now, Happening.WITHDRAWN)
                        .build()
                : edit.happened(now, Happening.REPLY_CHANGED).build();
    }

    private FollowUp stirred(
            FollowUpEdit edit,
            Reply next,
            List<Letter> known,
            Attention need,
            Promise promise,
            Instant now) {
        boolean bringsLetter = bringsLetterToRead(next, known);
        if (needsReopening(need, bringsLetter)) {
            return reopened(edit, need, promise, now).happened(now, Happening.REOPENED).build();
        }
        if (isClosed() || need.severity().compareTo(severity) <= 0) {
            return answered(edit, bringsLetter, promise, now)
                    .happened(now, Happening.REPLY_CHANGED)
                    .build();
        }
        return raised(edit, need, promise, now).happened(now, Happening.RAISED).build();
    }

    private static FollowUpEdit reopened(
            FollowUpEdit edit, Attention need, Promise promise, Instant now) {
        return edit.state(FollowUpState.OPEN)
                .severity(need.severity())
                .promise(promise, now)
                .contactedAt(Optional.empty())
                .hinted(false);
    }

    private FollowUpEdit raised(FollowUpEdit edit, Attention need, Promise promise, Instant now) {
        return sooner(edit, promise, now).severity(need.severity()).hinted(false);
    }

    /** Who writes after the promise was kept is to be answered, too. */
    private FollowUpEdit answered(
            FollowUpEdit edit, boolean bringsLetter, Promise promise, Instant now) {
        boolean isWaiting = isLive() && ledger.open().isEmpty() && bringsLetter;
        return isWaiting ? edit.promise(promise, now) : edit;
    }

    private FollowUpEdit sooner(FollowUpEdit edit, Promise promise, Instant now) {
        boolean isSooner = ledger.open().filter(p -> !promise.by().isBefore(p.by())).isEmpty();
        return isSooner ? edit.promise(promise, now) : edit;
    }

    private boolean isClosed() {
        return !isLive();
    }

    // what was resolved stays so unless the need arose anew: a comment added later is no new case
    private boolean needsReopening(Attention need, boolean bringsLetter) {
        return state == FollowUpState.WITHDRAWN
                || resolution.stream().anyMatch(end -> need.since().isAfter(end.at()))
                || (isClosed() && bringsLetter);
    }

    // a letter may have been on its way when the case was resolved: nobody has read it
    private static boolean bringsLetterToRead(Reply next, List<Letter> known) {
        return next.letters().stream()
                .filter(letter -> letter.kind() == Letter.Kind.TO_READ)
                .anyMatch(letter -> !known.contains(letter));
    }

    /** How often it was opened, the first time counted. */
    public int timesOpened() {
        return 1
                + (int)
                        history.entries().stream()
                                .filter(entry -> entry.what() == Happening.REOPENED)
                                .count();
    }

    /**
     * From its opening to the first word to its customer; nights count. Of a case that was opened
     * again, the last time counts. Empty while nobody was in touch.
     */
    public Optional<Duration> timeToContact() {
        Instant opened =
                history.entries().stream()
                        .filter(entry -> entry.what() == Happening.REOPENED)
                        .map(HistoryEntry::at)
                        .reduce((_, later) -> later)
                        .orElse(openedAt);
        return contactedAt.map(at -> Duration.between(opened, at));
    }

    /** How it ended, for whoever asks the customer about it; empty if it is not resolved. */
    public Optional<FollowUpEnd> end() {
        return resolution.map(end -> new FollowUpEnd(id, end.at(), end.outcome().helped()));
    }

    /** What the customer wrote, about the order or about what was done. */
    public List<Letter> letters() {
        return Stream.concat(
                        reply.letters().stream(),
                        verdict.stream().flatMap(said -> said.reply().letters().stream()))
                .toList();
    }

    /** What it was opened for last, if that was what the customer said of its end. */
    public Optional<Verdict> reopenedFor() {
        List<HistoryEntry> entries = history.entries();
        for (int i = entries.size() - 1; i > 0; i--) {
            if (entries.get(i).what() == Happening.REOPENED) {
                return isVerdict(entries.get(i - 1).what()) ? verdict : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The same without the customer, what they wrote, and what was written to and about them. One
     * that support was not done with is withdrawn: nobody can be reached any more.
     *
     * @param replyVersion the version of the reply now: none up to it is news to the case any more
     * @param verdictVersion the same of the reply that says whether it was put right
     */
    public FollowUp erased(int replyVersion, int verdictVersion, Instant now) {
        FollowUpEdit edit =
                edit().reply(reply.erased(replyVersion))
                        .customer(customer.erased())
                        .history(history.erased());
        verdict.ifPresent(said -> edit.verdict(said.erased(verdictVersion)));
        if (isLive()) {
            edit.state(FollowUpState.WITHDRAWN)
                    .promiseEnded(Promise.Fate.CALLED_OFF, now)
                    .happened(now, Happening.WITHDRAWN);
        }
        return edit.build();
    }

    /**
     * Whether support is done with it, and all that happened was before a moment, what the customer
     * wrote with it.
     */
    public boolean endedBefore(Instant moment) {
        return !isLive()
                && Stream.of(
                                history.entries().stream().map(HistoryEntry::at),
                                letters().stream().map(Letter::receivedAt),
                                resolution.stream().map(Resolution::at),
                                verdict.stream().map(Verdict::at))
                        .flatMap(Function.identity())
                        .allMatch(moment::isAfter);
    }

    private static boolean isVerdict(Happening what) {
        return what == Happening.NOT_PUT_RIGHT
                || what == Happening.JUDGED
                || what == Happening.RECOVERED;
    }

    private FollowUpEdit edit() {
        return new FollowUpEdit(this);
    }
}
