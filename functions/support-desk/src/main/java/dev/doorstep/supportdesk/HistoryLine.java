package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.HistoryEntry;

import java.util.List;
import java.util.Optional;

/** What happened to a case once: who did what, when, and in which words. */
public record HistoryLine(
        Moment at,
        String what,
        Optional<String> channel,
        Optional<String> text,
        Optional<Moment> by) {

    /** The latest first. */
    static List<HistoryLine> all(FollowUp followUp, Frame frame) {
        return followUp.history().entries().reversed().stream()
                .map(entry -> of(entry, frame))
                .toList();
    }

    /** What came after so many entries, the first thing first. */
    static List<HistoryLine> since(int seen, FollowUp followUp, Frame frame) {
        return followUp.history().entries().stream()
                .skip(Math.max(0, seen))
                .map(entry -> of(entry, frame))
                .toList();
    }

    private static HistoryLine of(HistoryEntry entry, Frame frame) {
        return new HistoryLine(
                frame.moment(entry.at()),
                what(entry, frame),
                entry.channel().map(channel -> frame.text("channel." + channel.id())),
                entry.text(),
                entry.by().map(frame::moment));
    }

    private static String what(HistoryEntry entry, Frame frame) {
        String key = "happened." + entry.what().id();
        return entry.who()
                .map(
                        agent ->
                                HeadView.isMe(agent, frame)
                                        ? frame.text(key + ".you")
                                        : frame.text(key + ".by", HeadView.nameOf(agent)))
                .orElseGet(() -> frame.text(key));
    }
}
