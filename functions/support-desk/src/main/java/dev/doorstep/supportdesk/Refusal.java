package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;

import java.util.Optional;

/** Says in support's words why something was not done. */
final class Refusal {

    private Refusal() {}

    static String of(FollowUp followUp, String form, DeskForm values, Frame frame) {
        boolean isMine = frame.session().filter(s -> followUp.isOwnedBy(s.agent())).isPresent();
        if (!isMine) {
            return notMine(followUp, frame);
        }
        return isStale(followUp, values)
                ? frame.text("refused.changed")
                : frame.text("refused." + form);
    }

    private static String notMine(FollowUp followUp, Frame frame) {
        return switch (followUp.state()) {
            case OPEN -> frame.text("refused.open");
            case CLAIMED ->
                    frame.text(
                            "refused.claimed",
                            followUp.claim().map(c -> HeadView.nameOf(c.owner())).orElseThrow());
            case RESOLVED -> frame.text("refused.resolved");
            case WITHDRAWN -> frame.text("refused.withdrawn");
        };
    }

    private static boolean isStale(FollowUp followUp, DeskForm values) {
        Optional<String> version = values.find("version");
        return version.filter(v -> !v.equals(Long.toString(followUp.version()))).isPresent();
    }
}
