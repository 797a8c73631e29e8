package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.roles.Role;
import dev.doorstep.signin.Session;
import dev.doorstep.texts.Texts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/** What all pages need to know: who looks at them, and in which language. */
public record Frame(Texts texts, InsightsAssets assets, String shop, ZoneId zone, Session session) {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    public Frame {
        requireNonNull(texts, "texts is null");
        requireNonNull(assets, "assets is null");
        requireNonNull(shop, "shop is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(session, "session is null");
    }

    static Texts texts(Optional<String> acceptLanguage) {
        return Texts.of("insights", acceptLanguage, LANGUAGES);
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
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
        return switch (value) {
            case "unknown", "other" -> text("value." + value);
            default ->
                    switch (dimension) {
                        case "country" -> Locale.of("", value).getDisplayCountry(texts.locale());
                        case "language" -> Locale.of(value).getDisplayLanguage(texts.locale());
                        case "reason", "channel", "days-late" -> name(dimension, value);
                        default -> value;
                    };
        };
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

    public String formKey() {
        return session.formKey();
    }

    public String user() {
        return session.agent().name().orElse(session.agent().id());
    }

    /** Whether whoever looks at it may take the replies along. */
    public boolean mayExport() {
        return session.may(Role.LEAD);
    }
}
