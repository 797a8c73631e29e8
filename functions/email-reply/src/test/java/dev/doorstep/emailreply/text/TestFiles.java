package dev.doorstep.emailreply.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples beside these tests. */
final class TestFiles {
    private static final Pattern CASE = Pattern.compile("(?m)^@@@ ");
    private static final String BETWEEN = "\n@@ text\n";

    /** A whole mail and what is newly written in it. */
    record Example(String name, String mail, String text) {

        static Example parse(String example) {
            int endOfName = example.indexOf('\n');
            int between = example.indexOf(BETWEEN);
            return new Example(
                    example.substring(0, endOfName),
                    example.substring(endOfName + 1, between),
                    example.substring(between + BETWEEN.length()).strip());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private TestFiles() {}

    /** The lines of a file, each an example; {@code ⏎} stands for a line break in one. */
    static Stream<String> lines(String file) {
        return read(file)
                .lines()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line.replace('⏎', '\n'));
    }

    static Stream<Example> mails(String file) {
        List<String> parts = CASE.splitAsStream(read(file)).skip(1).toList();
        return parts.stream().map(Example::parse);
    }

    private static String read(String file) {
        try (InputStream in = requireNonNull(TestFiles.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
