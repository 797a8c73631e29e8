package dev.doorstep.emailreply.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words that mail programs and people put around texts, in all languages. */
final class Marks {
    private static final String FILE = "/dev/doorstep/emailreply/text/marks.properties";
    private static final String WORDS = "/dev/doorstep/emailreply/words";

    private final Properties marks;
    private final List<Properties> words;

    private Marks(Properties marks, List<Properties> words) {
        this.marks = marks;
        this.words = words;
    }

    /**
     * Reads the marks of this package and the words of those languages that replies are read in.
     */
    static Marks read() {
        Properties marks =
                load(FILE).orElseThrow(() -> new IllegalStateException(FILE + " is missing"));
        List<Properties> words = new ArrayList<>();
        load(WORDS + ".properties").ifPresent(words::add);
        languages(marks).forEach(l -> load(WORDS + "_" + l + ".properties").ifPresent(words::add));
        return new Marks(marks, words);
    }

    /** The phrases of a key, be it followed by a language or not. */
    Phrases phrases(String key) {
        return Phrases.of(
                marks.stringPropertyNames().stream()
                        .filter(name -> name.equals(key) || name.startsWith(key + "."))
                        .flatMap(name -> list(marks.getProperty(name)))
                        .toList());
    }

    /** The phrases of a key of {@code words*.properties}. */
    Collection<String> words(String key) {
        return words.stream().flatMap(file -> list(file.getProperty(key, ""))).toList();
    }

    /** The names that begin with a prefix, without it. */
    Collection<String> namesAfter(String prefix) {
        return marks.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static Set<String> languages(Properties marks) {
        Set<String> languages = new TreeSet<>();
        for (String name : marks.stringPropertyNames()) {
            languages.add(name.substring(name.lastIndexOf('.') + 1));
        }
        return languages;
    }

    private static Stream<String> list(String value) {
        return Stream.of(value.split(",")).map(Spelling::key).filter(phrase -> !phrase.isEmpty());
    }

    private static Optional<Properties> load(String file) {
        try (InputStream in = Marks.class.getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
