package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.texts.Texts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A case on one screen.
 *
 * @param notice what became of what was sent; empty if nothing was
 */
public record CaseView(
        Frame frame,
        FollowUp followUp,
        HeadView head,
        SaidView said,
        ContactView contact,
        List<StoryLine> story,
        Optional<SuggestionView> suggestion,
        List<EarlierLine> earlier,
        List<HistoryLine> history,
        DraftView draft,
        Typed typed,
        Optional<Notice> notice) {

    /**
     * What is said above a page that follows something that was sent.
     *
     * @param form that was sent
     */
    public record Notice(String form, String text, boolean isDone) {}

    static CaseView of(
            FollowUp followUp,
            CasePanels panels,
            Typed typed,
            Optional<Notice> notice,
            Frame frame) {
        CasePanels.Panels beside = panels.of(followUp, frame);
        return new CaseView(
                frame,
                followUp,
                HeadView.of(followUp, frame),
                SaidView.of(followUp, frame),
                ContactView.of(followUp, frame),
                beside.story(),
                beside.suggestion(),
                beside.earlier(),
                HistoryLine.all(followUp, frame),
                DraftView.of(followUp),
                typed,
                notice);
    }

    public String path() {
        return DeskPaths.of(followUp.id());
    }

    public String action(String name) {
        return path() + "/" + name;
    }

    public String changes() {
        return ChangesView.path(followUp, frame);
    }

    public String version() {
        return Long.toString(followUp.version());
    }

    /** Whether whoever looks at it has it. */
    public boolean isMine() {
        return frame.mayAct()
                && frame.session().filter(s -> followUp.isOwnedBy(s.agent())).isPresent();
    }

    public boolean isFree() {
        return frame.mayAct() && !isMine() && followUp.isClaimable(frame.now());
    }

    /** Whether there is something left to do. */
    public boolean isWorkedOn() {
        return followUp.resolution().isEmpty();
    }

    public boolean hasAddress() {
        return contact.address().isPresent();
    }

    /** Whether a promise still binds: then the first thing to do is to get in touch. */
    public boolean isWaiting() {
        return followUp.ledger().open().isPresent();
    }

    /** Whether a form is shown open: the one that was sent, or else the one that comes next. */
    public boolean isOpen(String form) {
        String next = isWaiting() ? "contacted" : "resolve";
        return typed.is(form) || (typed.form().isEmpty() && form.equals(next));
    }

    /** What was done of what the playbook knows, once the case has ended. */
    public List<String> done() {
        Texts playbook = Texts.of("playbook", frame.texts().locale());
        return followUp.resolution().flatMap(Resolution::advised).stream()
                .flatMap(advised -> advised.done().stream())
                .map(action -> playbook.text("action." + action))
                .toList();
    }

    /**
     * What else support may have done. A voucher is none of it: that can be given only where it is
     * suggested.
     */
    public List<Frame.Choice> otherActions() {
        Texts playbook = Texts.of("playbook", frame.texts().locale());
        List<String> suggested =
                suggestion.map(SuggestionView::actions).orElse(List.of()).stream()
                        .map(Frame.Choice::id)
                        .toList();
        return Playbook.actions().stream()
                .filter(action -> !action.equals(Advice.VOUCHER) && !suggested.contains(action))
                .map(action -> new Frame.Choice(action, playbook.text("action." + action)))
                .toList();
    }

    public List<Frame.Choice> channels() {
        return frame.choices("channel", ContactChannel.values());
    }

    public List<Frame.Choice> outcomes() {
        return frame.choices("outcome", Outcome.values());
    }

    public List<Frame.Choice> causes() {
        return frame.choices("cause", RootCause.values());
    }

    /** What is wrong with what was typed, each with the field that it is about. */
    public List<Mistake> mistakes() {
        return typed.errors().entrySet().stream()
                .map(e -> new Mistake("#" + typed.form() + "-" + e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Mistake::place))
                .toList();
    }

    /** A field at fault. */
    public record Mistake(String place, String text) {}

    /** Whether something was typed whose form is not shown any more. */
    public boolean isStranded() {
        return !typed.form().isEmpty() && !isMine() && !typed.texts().isEmpty();
    }
}
