package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Share;

/** A share of something with how sure it is, in words; of nothing, a dash. */
public record ShareView(String value, String range, String parts) {

    public ShareView {
        requireNonNull(value, "value is null");
        requireNonNull(range, "range is null");
        requireNonNull(parts, "parts is null");
    }

    static ShareView of(Share share, Frame frame) {
        if (share.all() == 0) {
            return new ShareView(Words.NOTHING, "", "");
        }
        Numbers numbers = frame.numbers();
        return new ShareView(
                numbers.percent(share.value()),
                frame.text("range", numbers.percent(share.low()), numbers.percent(share.high())),
                frame.text("of", numbers.count(share.of()), numbers.count(share.all())));
    }
}
