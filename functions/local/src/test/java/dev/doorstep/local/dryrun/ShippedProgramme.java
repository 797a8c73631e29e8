package dev.doorstep.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The programme that ships with the functions, with changes. */
final class ShippedProgramme {

    private ShippedProgramme() {}

    static byte[] with(String pattern, String replacement) {
        String changed = text().replaceAll(pattern, replacement);
        assertThat(changed).isNotEqualTo(text());
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        try (InputStream file =
                Objects.requireNonNull(Programme.class.getResourceAsStream("programme.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
