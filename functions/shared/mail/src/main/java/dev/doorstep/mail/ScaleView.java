package dev.doorstep.mail;

import dev.doorstep.programme.Metric;
import dev.doorstep.texts.Texts;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scale of a question, each of its scores a link.
 *
 * @param answerUrl of the page; a slash and a score after it preselect that score
 */
public record ScaleView(Metric metric, URI answerUrl, Texts texts) {

    public List<Integer> scores() {
        return IntStream.rangeClosed(metric.lowest(), metric.highest()).boxed().toList();
    }

    /** The width of one button, so that all of them fill the line. */
    public String buttonWidth() {
        return 100 / scores().size() + "%";
    }

    public String answerUrl(int score) {
        return answerUrl + "/" + score;
    }

    public String answerLabel(int score) {
        return texts.text("score", score);
    }

    public String low() {
        return texts.text(metric + ".low");
    }

    public String high() {
        return texts.text(metric + ".high");
    }

    /** The side on which lines begin, for HTML's {@code align}. */
    public String start() {
        return texts.direction().equals("rtl") ? "right" : "left";
    }

    /** The side on which lines end. */
    public String end() {
        return texts.direction().equals("rtl") ? "left" : "right";
    }
}
