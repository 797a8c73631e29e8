package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

/**
 * How many of something there are.
 *
 * @param number for scripts
 * @param kind for colours
 * @param link to those that are counted
 */
public record CountView(
        String label, String count, long number, String percent, String kind, String link) {

    public CountView {
        requireNonNull(label, "label is null");
        requireNonNull(count, "count is null");
        requireNonNull(percent, "percent is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(link, "link is null");
    }

    static CountView of(String label, long number, String link, Frame frame) {
        return new CountView(label, frame.numbers().count(number), number, "", "", link);
    }
}
