package dev.doorstep.local.year;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What customers write, by language and what it is about. */
final class Comments {
    /** Those that the files have. */
    static final List<String> LANGUAGES = List.of("de", "en", "fr");

    private final Map<String, Map<String, List<String>>> byLanguage = new HashMap<>();

    Comments() {
        LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
    }

    /** One of them; empty in a language in which there are none. */
    Optional<String> about(Theme theme, Locale locale, Chance chance) {
        return Optional.ofNullable(byLanguage.get(locale.getLanguage()))
                .map(themes -> chance.of(themes.getOrDefault(theme.title(), List.of())));
    }

    /** All that there are in a language. */
    List<String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, List<String>> read(String language) {
        Map<String, List<String>> themes = new HashMap<>();
        List<String> theme = new ArrayList<>();
        for (String line : text("comments_" + language + ".txt").lines().toList()) {
            if (line.startsWith("[")) {
                theme = new ArrayList<>();
                themes.put(line, theme);
            } else {
                theme.add(line);
            }
        }
        Stream.of(Theme.values()).forEach(each -> require(themes, each, language));
        return themes;
    }

    private static void require(Map<String, List<String>> themes, Theme theme, String language) {
        if (themes.getOrDefault(theme.title(), List.of()).isEmpty()) {
            throw new IllegalStateException("no comment on " + theme + " in " + language);
        }
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(Comments.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a comment is about. */
    enum Theme {
        HAPPY,
        BETWEEN,
        LATE,
        DAMAGED,
        WRONG_ITEM,
        QUALITY,
        NOT_THERE,
        LOST,
        SILENCE,
        SLOW_RETURN,
        SENT_BACK,
        CALLED_OFF,
        PUT_RIGHT,
        NOT_PUT_RIGHT;

        private String title() {
            return "[" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "]";
        }
    }
}
