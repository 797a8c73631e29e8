package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.replies.Severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of the list of cases.
 *
 * @param looked how many the index gave, of which the filters let some through
 * @param from where this part of the list begins; empty at its beginning
 * @param next where the list goes on, if it does
 */
public record ListView(
        Frame frame,
        Filters filters,
        List<Line> lines,
        int looked,
        Optional<String> next,
        Optional<FollowUps.Cursor> from,
        Optional<String> notice) {

    public ListView {
        requireNonNull(frame, "frame is null");
        requireNonNull(filters, "filters is null");
        lines = List.copyOf(lines);
    }

    static ListView of(
            FollowUps.Page page,
            Filters filters,
            Optional<FollowUps.Cursor> from,
            Optional<String> notice,
            Frame frame) {
        return new ListView(
                frame,
                filters,
                page.followUps().stream()
                        .filter(followUp -> filters.accepts(followUp, frame))
                        .map(followUp -> Line.of(followUp, frame))
                        .toList(),
                page.followUps().size(),
                page.next().map(cursor -> filters.path(Optional.of(cursor))),
                from,
                notice);
    }

    /** One case. */
    public record Line(
            String path,
            String name,
            String order,
            String touchpoint,
            boolean isUrgent,
            PromiseView promise,
            SaidView said,
            String languageName,
            Optional<String> owner) {

        static Line of(FollowUp followUp, Frame frame) {
            Locale locale = followUp.customer().customer().locale();
            return new Line(
                    DeskPaths.of(followUp.id()),
                    HeadView.name(followUp, frame),
                    followUp.id().order().value(),
                    frame.text("touchpoint." + followUp.id().touchpoint().id()),
                    followUp.severity() == Severity.URGENT,
                    PromiseView.of(followUp, frame),
                    SaidView.of(followUp, frame),
                    SaidView.languageName(locale, frame),
                    HeadView.owner(followUp, frame));
        }
    }

    /** Whether filters left out so much that more may follow. */
    public boolean isThin() {
        return filters.areSet() && lines.size() < looked && next.isPresent();
    }

    public boolean isFirst() {
        return from.isEmpty();
    }

    /** Where this part of the list is to be had as it is by then. */
    public String path() {
        return filters.path(from);
    }

    public String first() {
        return filters.path(Optional.empty());
    }

    public String reset() {
        return new Filters(filters.state(), "", "", "", "").path(Optional.empty());
    }

    public List<Tab> tabs() {
        return List.of(
                tab(FollowUpState.OPEN, "", "tab.open"),
                tab(FollowUpState.CLAIMED, Filters.MINE, "tab.mine"),
                tab(FollowUpState.CLAIMED, "", "tab.claimed"),
                tab(FollowUpState.RESOLVED, "", "tab.resolved"),
                tab(FollowUpState.WITHDRAWN, "", "tab.withdrawn"));
    }

    private Tab tab(FollowUpState state, String owner, String key) {
        return new Tab(
                new Filters(state, owner, "", "", "").path(Optional.empty()),
                frame.text(key),
                filters.isTab(state, owner));
    }

    /** A list of its own. */
    public record Tab(String path, String label, boolean isCurrent) {}

    public List<Select> selects() {
        return List.of(
                select("owner", filters.owner(), owners()),
                select("touchpoint", filters.touchpoint(), Filters.touchpoints(frame)),
                select("reason", filters.reason(), SaidView.reasons(frame)),
                select("language", filters.language(), Filters.languages(frame)));
    }

    private List<Frame.Choice> owners() {
        return List.of(
                new Frame.Choice(Filters.MINE, frame.text("owner.mine")),
                new Frame.Choice(Filters.NOBODY, frame.text("owner.nobody")));
    }

    private Select select(String name, String chosen, List<Frame.Choice> choices) {
        return new Select(name, frame.text("filter." + name), chosen, choices);
    }

    /** A field to filter by. */
    public record Select(String name, String label, String chosen, List<Frame.Choice> choices) {}
}
