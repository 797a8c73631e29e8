package dev.doorstep.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The samples of {@code events/}, the only source of fixtures. */
public final class Events {

    private Events() {}

    /**
     * @param name the function's folder and the file, such as {@code survey-sender/due.json}
     */
    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(Project.events().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #read}, in the form in which a handler takes it. */
    public static InputStream stream(String name) {
        return new ByteArrayInputStream(read(name));
    }
}
