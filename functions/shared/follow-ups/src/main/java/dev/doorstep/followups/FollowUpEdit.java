package dev.doorstep.followups;

import dev.doorstep.replies.Severity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Collects what changes in a follow-up. */
final class FollowUpEdit {
    private final FollowUp before;
    private FollowUpState state;
    private Severity severity;
    private Ledger ledger;
    private int mails;
    private ReplySummary reply;
    private CustomerSummary customer;
    private Optional<Claim> claim;
    private Optional<Instant> contactedAt;
    private Optional<Resolution> resolution;
    private Optional<Verdict> verdict;
    private Optional<Recovery> recovery;
    private History history;
    private boolean hinted;

    FollowUpEdit(FollowUp before) {
        this.before = before;
        this.state = before.state();
        this.severity = before.severity();
        this.ledger = before.ledger();
        this.mails = before.mails();
        this.reply = before.reply();
        this.customer = before.customer();
        this.claim = before.claim();
        this.contactedAt = before.contactedAt();
        this.resolution = before.resolution();
        this.verdict = before.verdict();
        this.recovery = before.recovery();
        this.history = before.history();
        this.hinted = before.hinted();
    }

    /** A claim or an end does not outlast the state that it belongs to. */
    FollowUpEdit state(FollowUpState next) {
        state = next;
        claim = claim.filter(_ -> next == FollowUpState.CLAIMED);
        resolution = resolution.filter(_ -> next == FollowUpState.RESOLVED);
        return this;
    }

    FollowUpEdit severity(Severity next) {
        severity = next;
        return this;
    }

    /** The next promise; if the last one still binds, it takes its place. */
    FollowUpEdit promise(Promise next, Instant now) {
        ledger = ledger.with(next, now);
        return this;
    }

    FollowUpEdit promiseEnded(Promise.Fate fate, Instant now) {
        ledger = ledger.ended(fate, now);
        return this;
    }

    FollowUpEdit promiseWarned(Instant now) {
        ledger = ledger.warned(now);
        return this;
    }

    FollowUpEdit reply(ReplySummary next) {
        reply = next;
        return this;
    }

    FollowUpEdit customer(CustomerSummary next) {
        customer = next;
        return this;
    }

    FollowUpEdit history(History next) {
        history = next;
        return this;
    }

    FollowUpEdit lease(Agent owner, Instant now, Duration lease) {
        claim = Optional.of(new Claim(owner, now.plus(lease), severity));
        return this;
    }

    FollowUpEdit contactedAt(Optional<Instant> next) {
        contactedAt = next;
        return this;
    }

    FollowUpEdit resolution(Resolution next) {
        resolution = Optional.of(next);
        return this;
    }

    FollowUpEdit verdict(Verdict next) {
        verdict = Optional.of(next);
        return this;
    }

    FollowUpEdit recovery(Optional<Recovery> next) {
        recovery = next;
        return this;
    }

    FollowUpEdit hinted(boolean next) {
        hinted = next;
        return this;
    }

    /** One more mail that support wrote. */
    FollowUpEdit mails(int next) {
        mails = next;
        return this;
    }

    FollowUpEdit happened(Instant at, Happening what) {
        return happened(new HistoryEntry(at, what));
    }

    FollowUpEdit happened(Instant at, Agent who, Happening what, Optional<String> text) {
        return happened(new HistoryEntry(at, Optional.of(who), what, text));
    }

    FollowUpEdit happened(HistoryEntry entry) {
        history = history.with(entry);
        return this;
    }

    FollowUp build() {
        return new FollowUp(
                before.id(),
                state,
                severity,
                before.openedAt(),
                ledger,
                reply,
                customer,
                claim,
                contactedAt,
                resolution,
                verdict,
                recovery,
                history,
                mails,
                hinted,
                before.version() + 1);
    }
}
