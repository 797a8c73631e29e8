package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads once more what {@code ./mvnw -Pfuzz} begins with, and all that it has found. */
class HostileInputsTest {

    @ParameterizedTest
    @MethodSource
    void readsAnyMail(Path input) throws IOException {
        byte[] mail = Files.readAllBytes(input);

        assertThatCode(() -> Hostile.mail(mail)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void readsAnyText(Path input) throws IOException {
        byte[] text = Files.readAllBytes(input);

        assertThatCode(() -> Hostile.text(text)).doesNotThrowAnyException();
    }

    static Stream<Path> readsAnyMail() throws IOException, URISyntaxException {
        return inputs("HostileMailFuzzInputs/readsAnyMail");
    }

    static Stream<Path> readsAnyText() throws IOException, URISyntaxException {
        return inputs("HostileTextFuzzInputs/readsAnyText");
    }

    private static Stream<Path> inputs(String folder) throws IOException, URISyntaxException {
        Path inputs = Path.of(HostileInputsTest.class.getResource(folder).toURI());
        try (Stream<Path> files = Files.list(inputs)) {
            return files.toList().stream();
        }
    }
}
