package dev.doorstep.supportdesk;

import dev.doorstep.followups.EarlierCase;

/** An earlier reply or case of the same customer. */
public record EarlierLine(String path, Moment at, String order, String what) {

    static EarlierLine of(EarlierCase earlier, Frame frame) {
        return new EarlierLine(
                DeskPaths.of(earlier.id()),
                frame.moment(earlier.openedAt()),
                earlier.id().order().value(),
                earlier.outcome()
                        .map(outcome -> frame.text("outcome." + outcome.id()))
                        .orElseGet(() -> frame.text("state." + earlier.state().id())));
    }
}
