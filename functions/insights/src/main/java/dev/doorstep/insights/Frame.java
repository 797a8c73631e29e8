package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.roles.Role;
import dev.doorstep.signin.Session;
import dev.doorstep.texts.Texts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
        return Texts.of(Words.BUNDLE, acceptLanguage, LANGUAGES);
    }

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    String name(String prefix, String id) {
        return words().name(prefix, id);
    }

    String value(String dimension, String value) {
        return words().value(dimension, value);
    }

    Numbers numbers() {
        return words().numbers();
    }

    String day(LocalDate day) {
        return words().day(day);
    }

    String days(Days days) {
        return words().days(days);
    }

    Words words() {
        return new Words(texts);
    }

    public String formKey() {
        return session.formKey();
    }

    /** So that a form that is sent twice is known. */
    public String newId() {
        return UUID.randomUUID().toString();
    }

    public String user() {
        return session.agent().name().orElse(session.agent().id());
    }

    /** Whether whoever looks at it may take the replies along. */
    public boolean mayExport() {
        return session.may(Role.LEAD);
    }
}
