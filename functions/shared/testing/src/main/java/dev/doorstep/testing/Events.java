package dev.doorstep.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /** The files of a folder that end alike, without that ending, in their order. */
    public static List<String> names(String folder, String ending) {
        try (Stream<Path> files = Files.list(Project.events().resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
