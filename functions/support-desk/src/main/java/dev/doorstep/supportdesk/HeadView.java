package dev.doorstep.supportdesk;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.Claim;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.replies.Severity;

import java.util.Optional;

/** What stands above a case: whose it is, how urgent, how far, and who has it. */
public record HeadView(
        String name,
        String order,
        String orderPath,
        String touchpoint,
        String state,
        boolean isUrgent,
        Optional<String> owner,
        PromiseView promise) {

    static HeadView of(FollowUp followUp, Frame frame) {
        return new HeadView(
                name(followUp, frame),
                followUp.id().order().value(),
                DeskPaths.search(followUp.id().order()),
                frame.text("touchpoint." + followUp.id().touchpoint().id()),
                state(followUp, frame),
                followUp.severity() == Severity.URGENT,
                owner(followUp, frame),
                PromiseView.of(followUp, frame));
    }

    static String name(FollowUp followUp, Frame frame) {
        return followUp.customer().customer().name().orElseGet(() -> frame.text("case.unnamed"));
    }

    /** Who has it, and until when without a sign of them. */
    static Optional<String> owner(FollowUp followUp, Frame frame) {
        return followUp.claim().map(claim -> owner(claim, frame));
    }

    private static String owner(Claim claim, Frame frame) {
        String until = frame.moment(claim.leaseUntil()).support();
        if (claim.isLapsed(frame.now())) {
            return frame.text("owner.lapsed", nameOf(claim.owner()));
        }
        return isMe(claim.owner(), frame)
                ? frame.text("owner.you", until)
                : frame.text("owner.other", nameOf(claim.owner()), until);
    }

    private static String state(FollowUp followUp, Frame frame) {
        return followUp.resolution()
                .map(
                        end ->
                                frame.text(
                                        "state.resolved.so",
                                        frame.text("outcome." + end.outcome().id()),
                                        frame.text("cause." + end.rootCause().id())))
                .orElseGet(() -> frame.text("state." + followUp.state().id()));
    }

    static String nameOf(Agent agent) {
        return agent.name().orElse(agent.id());
    }

    static boolean isMe(Agent agent, Frame frame) {
        return frame.session().filter(s -> s.agent().id().equals(agent.id())).isPresent();
    }
}
