package dev.doorstep.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A function's jar with nothing in it but one handler. */
final class BenchJar {
    private BenchJar() {}

    /**
     * @param others jars beside it
     */
    static Path of(Class<?> handler, Path... others) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        StringBuilder classPath = new StringBuilder();
        for (Path other : others) {
            classPath.append(other.toUri()).append(' ');
        }
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes()
                    .put(Attributes.Name.CLASS_PATH, classPath.toString().strip());
        }
        String entry = handler.getName().replace('.', '/') + ".class";
        try {
            Path jar = Files.createTempFile("doorstep-bench", ".jar");
            jar.toFile().deleteOnExit();
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    InputStream code =
                            Objects.requireNonNull(
                                    handler.getResourceAsStream("/" + entry), "no class file")) {
                out.putNextEntry(new JarEntry(entry));
                code.transferTo(out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
