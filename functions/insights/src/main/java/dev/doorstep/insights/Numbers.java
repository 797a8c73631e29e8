package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them. Nobody is shown more digits than are known. */
record Numbers(Locale locale) {
    private static final double LEAST = 0.01;
    private static final String MINUS = "\u2212";

    Numbers {
        requireNonNull(locale, "locale is null");
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share, from 0 to 1, as a whole percentage; what is there is never told as nothing. */
    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return share > 0 && share < LEAST ? "<" + of(format, LEAST) : of(format, share);
    }

    /** Points from -100 to 100, whole. */
    String points(double points) {
        return of(NumberFormat.getIntegerInstance(locale), points);
    }

    /** Points with a tenth, and with a sign either way. */
    String signed(double points) {
        String text = decimal(points, 1);
        return points > 0 && !text.equals(decimal(0, 1)) ? "+" + text : text;
    }

    String decimal(double number, int digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return of(format, number);
    }

    private static String of(NumberFormat format, double number) {
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(number + 0.0).replace("-", MINUS);
        return text.matches(MINUS + "[0.,\\s\u00a0%]*") ? text.substring(1) : text;
    }
}
