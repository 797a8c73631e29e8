package dev.doorstep.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the template and the samples lie, wherever a test was started. */
final class Project {

    private static final String TEMPLATE = "template.yaml";

    private Project() {}

    static Path template() {
        return root().resolve(TEMPLATE);
    }

    static Path events() {
        return Optional.ofNullable(System.getProperty("doorstep.events"))
                .map(Path::of)
                .orElseGet(() -> root().resolve("events"));
    }

    private static Path root() {
        return Optional.ofNullable(System.getProperty("doorstep.root"))
                .map(Path::of)
                .orElseGet(Project::nearestFolderWithTemplate);
    }

    private static Path nearestFolderWithTemplate() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(TEMPLATE)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("doorstep.root is not set"));
    }
}
