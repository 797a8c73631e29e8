package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Figure;
import dev.doorstep.lambda.Ids;
import dev.doorstep.programme.Touchpoint;

import java.util.Optional;

/**
 * What may be said of a change since another period, in words.
 *
 * @param verdict for colours; empty where there is none
 * @param replies that the figure of then is made of; empty where there was none
 */
public record ChangeView(String verdict, String text, Optional<CountView> replies) {

    public ChangeView {
        requireNonNull(verdict, "verdict is null");
        requireNonNull(text, "text is null");
        requireNonNull(replies, "replies is null");
    }

    static ChangeView of(Report.Comparison comparison, Touchpoint touchpoint, Frame frame) {
        Links then = new Links(comparison.days());
        return new ChangeView(
                verdictOf(comparison).orElse(""),
                textOf(comparison, frame.words()),
                comparison
                        .before()
                        .figure()
                        .map(before -> repliesOf(before, then.scored(touchpoint), frame)));
    }

    /** The same all in one, without a link. */
    static String sentence(Report.Comparison comparison, Words words) {
        return comparison
                .before()
                .figure()
                .map(before -> textOf(comparison, words) + " " + words.from(before.replies()))
                .orElseGet(() -> textOf(comparison, words));
    }

    private static Optional<String> verdictOf(Report.Comparison comparison) {
        return comparison.change().map(change -> Ids.of(change.verdict()));
    }

    private static CountView repliesOf(Figure before, String link, Frame frame) {
        return CountView.of(frame.words().from(before.replies()), before.replies(), link, frame);
    }

    private static String textOf(Report.Comparison comparison, Words words) {
        String then = words.text("then." + comparison.with().id(), words.days(comparison.days()));
        return comparison
                .before()
                .figure()
                .map(
                        before ->
                                words.text(
                                        "change." + verdictOf(comparison).orElse("none-now"),
                                        then,
                                        FigureView.words(before.metric(), before.value(), words)))
                .orElseGet(() -> words.text("change.nothing", then));
    }
}
