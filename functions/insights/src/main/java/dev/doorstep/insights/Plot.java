package dev.doorstep.insights;

import java.util.Locale;

/** A value and its interval as a chart reads them. */
public record Plot(String value, String low, String high) {

    static Plot of(double value, double low, double high) {
        return new Plot(number(value), number(low), number(high));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
