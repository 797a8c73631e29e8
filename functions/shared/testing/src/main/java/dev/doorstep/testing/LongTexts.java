package dev.doorstep.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A language whose words are those of another, each 40 % longer: where they fit, the next
 * translation does. Its texts lie among the classes of the test, where those of a real language
 * would be looked for.
 */
public final class LongTexts {
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");
    private static final String FOLDER = "dev/doorstep/texts/";
    private static final String LANGUAGE = "qps";
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final double MORE = 0.4;

    private LongTexts() {}

    /** The long form of a language, such as {@code de}; to be had before its texts are. */
    public static Locale of(String language) {
        Locale locale = Locale.of(LANGUAGE, language);
        for (String bundle : List.of("mail", "page")) {
            Properties texts = read(file(bundle, language));
            texts.replaceAll((_, text) -> lengthened(text.toString()));
            write(FOLDER + bundle + "_" + locale + ".properties", texts);
        }
        return locale;
    }

    /** English has the file that the others fall back on. */
    private static String file(String bundle, String language) {
        return FOLDER + bundle + (language.equals("en") ? "" : "_" + language) + ".properties";
    }

    /**
     * Each word grows, so that the longest does too: what cannot be broken is what overflows.
     * Placeholders, and apostrophes with a meaning in patterns, stay as they are.
     */
    private static String lengthened(String text) {
        return WORD.matcher(text).replaceAll(word -> longer(word.group()));
    }

    private static String longer(String word) {
        return word + word.substring(0, (int) Math.ceil(word.length() * MORE));
    }

    private static Properties read(String file) {
        ClassLoader loader = LongTexts.class.getClassLoader();
        Properties texts = new Properties();
        try (InputStream in =
                Objects.requireNonNull(loader.getResourceAsStream(file), file + " is missing")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void write(String file, Properties texts) {
        try {
            Path path = TEST_CLASSES.resolve(file);
            Files.createDirectories(path.getParent());
            try (Writer out = Files.newBufferedWriter(path)) {
                texts.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
