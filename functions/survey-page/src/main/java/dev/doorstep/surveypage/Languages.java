package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The languages that a page can be had in.
 *
 * @param page its path
 */
public record Languages(String page, Texts texts) {
    private static final String PARAMETER = "lang";

    public Languages {
        requireNonNull(page, "page is null");
        requireNonNull(texts, "texts is null");
    }

    /** The language that was asked for, if it is one of ours. */
    static Optional<Language> chosen(HttpRequest request) {
        return Optional.ofNullable(request.query().get(PARAMETER)).flatMap(Language::find);
    }

    /** A path in the language that this request asked for. */
    static String kept(HttpRequest request, String path) {
        return chosen(request).map(language -> in(path, language)).orElse(path);
    }

    public String label() {
        return texts.text("language");
    }

    public List<Choice> choices() {
        return Arrays.stream(Language.values())
                .map(language -> new Choice(language, in(page, language), isCurrent(language)))
                .toList();
    }

    private boolean isCurrent(Language language) {
        return language.id().equals(texts.language());
    }

    private static String in(String path, Language language) {
        return path + "?" + PARAMETER + "=" + language.id();
    }

    /** One language, and where the page is in it. */
    public record Choice(Language language, String path, boolean isCurrent) {}
}
