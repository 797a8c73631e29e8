package dev.doorstep.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * The texts of a language that nobody speaks: English, 40 % longer, with letters beyond ASCII. What
 * fits in it fits in the languages that there are. Source: W3C, "Text size in translation".
 */
public final class LongTexts {
    private static final Locale LANGUAGE = Locale.of("qps");
    private static final String FOLDER = "dev/doorstep/texts/";
    private static final double LONGER_BY = 0.4;
    private static final String FILLING = " žóčë πłůñ";

    private LongTexts() {}

    /**
     * Puts the texts of these bundles among the test's own classes; gives their language.
     *
     * @param bundles by name, such as {@code mail}
     */
    public static Locale of(String... bundles) {
        for (String bundle : bundles) {
            write(bundle);
        }
        return LANGUAGE;
    }

    private static void write(String bundle) {
        Properties texts = read(bundle);
        texts.replaceAll((_, text) -> longer(text.toString()));
        Path file = classes().resolve(FOLDER + bundle + "_" + LANGUAGE + ".properties");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "file is a root"));
            try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
                texts.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String bundle) {
        Properties texts = new Properties();
        try (InputStream file =
                Objects.requireNonNull(
                        LongTexts.class
                                .getClassLoader()
                                .getResourceAsStream(FOLDER + bundle + ".properties"),
                        bundle + " is no bundle")) {
            texts.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String longer(String text) {
        int more = (int) Math.ceil(text.length() * LONGER_BY);
        return text + FILLING.repeat(more / FILLING.length() + 1).substring(0, more);
    }

    /** Surefire and IDEs put the folder of the test's classes first. */
    private static Path classes() {
        try {
            URI folder =
                    Objects.requireNonNull(
                                    LongTexts.class.getClassLoader().getResource("."), "no folder")
                            .toURI();
            return Path.of(folder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
