package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;

import java.util.List;

/**
 * What others did to a case while somebody looks at it. It takes the place of what stands above the
 * case and of its history, and of nothing that can be typed into.
 *
 * @param news what happened since the page was shown
 */
public record ChangesView(
        Frame frame,
        String path,
        String poll,
        HeadView head,
        List<HistoryLine> history,
        List<HistoryLine> news) {

    static ChangesView of(FollowUp followUp, int seen, Frame frame) {
        return new ChangesView(
                frame,
                DeskPaths.of(followUp.id()),
                path(followUp, seen, frame),
                HeadView.of(followUp, frame),
                HistoryLine.all(followUp, frame),
                HistoryLine.since(seen, followUp, frame));
    }

    /** Where a page asks what has changed since it was shown. */
    static String path(FollowUp followUp, Frame frame) {
        return path(followUp, followUp.history().entries().size(), frame);
    }

    private static String path(FollowUp followUp, int seen, Frame frame) {
        return "%s/changes?seen=%d&now=%s"
                .formatted(DeskPaths.of(followUp.id()), seen, mark(followUp, frame));
    }

    /** What is shown: it differs as soon as something would look different. */
    static String mark(FollowUp followUp, Frame frame) {
        return followUp.version() + "." + PromiseView.of(followUp, frame).minutes();
    }
}
