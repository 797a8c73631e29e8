package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.scores.Tally;
import dev.doorstep.texts.Texts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;

/** Names, days and numbers in the language of whoever reads them. */
record Words(Texts texts) {
    static final String BUNDLE = "insights";

    /** Stands where a figure would, if there were one. */
    static final String NOTHING = "\u2013";

    Words {
        requireNonNull(texts, "texts is null");
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /**
     * A text about a number of things, which is another one where that is one.
     *
     * @param arguments of the text, the number among them
     */
    String counted(String key, long number, Object... arguments) {
        return text(number == 1 ? key + ".one" : key, arguments);
    }

    /** Which replies a figure is made of: so many. */
    String from(long replies) {
        return counted("replies.from", replies, numbers().count(replies));
    }

    /** A name in words, as far as there are some for it; else as it is. */
    String name(String prefix, String id) {
        try {
            return texts.text(prefix + "." + id);
        } catch (MissingResourceException _) {
            return id;
        }
    }

    /** The name of a value of a dimension. */
    String value(String dimension, String value) {
        return switch (dimension) {
            case "reason", "channel", "days-late" ->
                    name(value.equals(Tally.UNKNOWN) ? "value" : dimension, value);
            case "country" ->
                    isPlain(value)
                            ? Locale.of("", value).getDisplayCountry(texts.locale())
                            : name("value", value);
            case "language" ->
                    isPlain(value)
                            ? Locale.of(value).getDisplayLanguage(texts.locale())
                            : name("value", value);
            default -> isPlain(value) ? value : name("value", value);
        };
    }

    /** Neither unknown nor beyond what a row has room for. */
    private static boolean isPlain(String value) {
        return !value.equals(Tally.UNKNOWN) && !value.equals(Tally.OTHER);
    }

    Numbers numbers() {
        return new Numbers(texts.locale());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("day.pattern"), texts.locale()).format(day);
    }

    String days(Days days) {
        return days.length() == 1
                ? day(days.first())
                : text("days", day(days.first()), day(days.last()));
    }
}
