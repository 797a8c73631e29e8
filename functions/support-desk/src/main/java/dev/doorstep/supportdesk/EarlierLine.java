package dev.doorstep.supportdesk;

import dev.doorstep.followups.EarlierCase;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An earlier reply or case of the same customer. */
public record EarlierLine(String path, Moment at, String order, String what) {

    /** The latest first; of a reply that became a case, the case alone. */
    static List<EarlierLine> all(List<EarlierCase> cases, List<Reply> replies, Frame frame) {
        Set<SurveyId> withCase =
                cases.stream().map(EarlierCase::id).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        cases.stream().map(each -> new Dated(each.openedAt(), of(each, frame))),
                        replies.stream()
                                .filter(reply -> !withCase.contains(reply.survey()))
                                .map(reply -> new Dated(reply.recordedAt(), of(reply, frame))))
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(Dated::line)
                .toList();
    }

    private static EarlierLine of(EarlierCase earlier, Frame frame) {
        return new EarlierLine(
                DeskPaths.of(earlier.id()),
                frame.moment(earlier.openedAt()),
                earlier.id().order().value(),
                earlier.outcome()
                        .map(outcome -> frame.text("outcome." + outcome.id()))
                        .orElseGet(() -> frame.text("state." + earlier.state().id())));
    }

    private static EarlierLine of(Reply reply, Frame frame) {
        return new EarlierLine(
                DeskPaths.search(reply.survey().order()),
                frame.moment(reply.recordedAt()),
                reply.survey().order().value(),
                frame.text(
                        "earlier.reply",
                        frame.text("touchpoint." + reply.survey().touchpoint().id()),
                        SaidView.inOneLine(reply.answer(), reply.metric(), frame)));
    }

    private record Dated(Instant at, EarlierLine line) {}
}
