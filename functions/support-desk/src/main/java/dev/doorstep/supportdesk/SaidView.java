package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.ReplySummary;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reasons;
import dev.doorstep.replies.ReplyReason;
import dev.doorstep.texts.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the customer said, in their words and their language.
 *
 * @param score as it is shown; what there is instead of one, if there is none
 * @param scale what the score is out of; empty if there is none
 */
public record SaidView(
        String score,
        Optional<String> scale,
        boolean isUnhappy,
        String language,
        Optional<String> comment,
        List<String> reasons,
        List<LetterView> letters) {
    private static final int KB = 1024;

    /** A letter of the customer. */
    public record LetterView(Moment at, String kind, String text, List<Photograph> photographs) {}

    /** A photograph, and where it can be had. */
    public record Photograph(String path, String label) {}

    static SaidView of(FollowUp followUp, Frame frame) {
        ReplySummary reply = followUp.reply();
        return new SaidView(
                score(reply.answer(), frame),
                scale(reply.answer(), reply.metric(), frame),
                reply.answer().isUnhappy(reply.metric()),
                followUp.customer().customer().locale().toLanguageTag(),
                reply.comment(),
                reply.reasons().stream().map(reason -> reason(reason, frame)).toList(),
                followUp.letters().stream()
                        .map(letter -> letter(letter, followUp, frame))
                        .toList());
    }

    /** What a line of a list has room for. */
    public Optional<String> beginning() {
        return comment.or(() -> letters.stream().map(LetterView::text).findFirst());
    }

    /** The reason in support's language; what came under another name is shown under that. */
    static String reason(String id, Frame frame) {
        return Reasons.isKnown(id)
                ? Texts.of("page", frame.texts().locale()).text("reason." + id)
                : id;
    }

    static List<Frame.Choice> reasons(Frame frame) {
        return choices(Arrays.stream(ReplyReason.values()).map(ReplyReason::id).toList(), frame);
    }

    /** Those that the page offers to customers about this touchpoint. */
    static List<Frame.Choice> reasons(Touchpoint touchpoint, Frame frame) {
        return choices(Reasons.about(touchpoint), frame);
    }

    private static List<Frame.Choice> choices(List<String> ids, Frame frame) {
        return ids.stream().map(id -> new Frame.Choice(id, reason(id, frame))).toList();
    }

    static String languageName(Locale locale, Frame frame) {
        return locale.getDisplayLanguage(frame.texts().locale());
    }

    /** An answer where there is no room to set the scale apart. */
    static String inOneLine(Answer answer, Metric metric, Frame frame) {
        String score = score(answer, frame);
        return scale(answer, metric, frame)
                .map(scale -> frame.text("answer.of", score, scale))
                .orElse(score);
    }

    private static String score(Answer answer, Frame frame) {
        return switch (answer) {
            case Answer.Score score -> Integer.toString(score.value());
            case Answer.NotReceived _ -> frame.text("answer.not-received");
            case Answer.Unscored _ -> frame.text("answer.unscored");
        };
    }

    private static Optional<String> scale(Answer answer, Metric metric, Frame frame) {
        return answer instanceof Answer.Score
                ? Optional.of(
                        frame.text(
                                "answer.scale", metric.name(), metric.lowest(), metric.highest()))
                : Optional.empty();
    }

    private static LetterView letter(Letter letter, FollowUp followUp, Frame frame) {
        List<Attachment> all = letter.attachments();
        return new LetterView(
                frame.moment(letter.receivedAt()),
                frame.text("letter." + letter.kind().id()),
                letter.text(),
                IntStream.rangeClosed(1, all.size())
                        .mapToObj(place -> photograph(followUp, letter, place, frame))
                        .toList());
    }

    private static Photograph photograph(FollowUp of, Letter letter, int place, Frame frame) {
        Attachment photograph = letter.attachments().get(place - 1);
        String path = DeskPaths.of(of.id()) + "/letters/" + letter.id() + "/photographs/" + place;
        long kilobytes = Math.max(1, photograph.size() / KB);
        return new Photograph(
                path, frame.text("letter.photograph", place, photograph.type(), kilobytes));
    }
}
