package dev.doorstep.emailreply.score;

import dev.doorstep.programme.Metric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What somebody wrote, and what a person reads in it.
 *
 * @param isHard whether the reader may ask where a person would be sure
 */
record Example(String language, Metric metric, String text, OptionalInt score, boolean isHard) {
    private static final Pattern SEPARATOR = Pattern.compile(" \\| ?");

    static List<Example> of(String language) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Example.class.getResourceAsStream(language + ".txt"),
                                        "no examples of " + language),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parse(language, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading read() {
        return new ScoreReader(metric, Locale.of(language)).read(text);
    }

    OptionalInt readScore() {
        return read() instanceof Reading.Score(int value, _, _)
                ? OptionalInt.of(value)
                : OptionalInt.empty();
    }

    private static Example parse(String language, String line) {
        String[] parts = SEPARATOR.split(line);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not metric | text | score: " + line);
        }
        String score = parts[2];
        boolean isHard = score.endsWith("?");
        return new Example(
                language,
                Metric.valueOf(parts[0]),
                parts[1].replace("\\n", "\n"),
                score.equals("-")
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(score.replace("?", ""))),
                isHard);
    }
}
