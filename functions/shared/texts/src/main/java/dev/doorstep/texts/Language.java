package dev.doorstep.texts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that there are texts in. */
public enum Language {
    EN("English"),
    AR("العربية"),
    DE("Deutsch"),
    EL("Ελληνικά"),
    FR("Français"),
    LB("Lëtzebuergesch"),
    PT("Português"),
    SL("Slovenščina");

    private final String autonym;

    Language(String autonym) {
        this.autonym = autonym;
    }

    /** The language's name for itself. */
    public String autonym() {
        return autonym;
    }

    public Locale locale() {
        return Locale.of(id());
    }

    /** The ISO 639-1 code. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> find(String id) {
        return Arrays.stream(values()).filter(language -> language.id().equals(id)).findFirst();
    }
}
