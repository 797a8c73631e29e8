package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** What a rule is called, in the languages of support's page. */
public record Title(String english, String german) {

    public Title {
        requireNonNull(english, "english is null");
        requireNonNull(german, "german is null");
    }

    /** In English, where the language is neither of the two. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }
}
