package dev.doorstep.testing;

import com.almworks.sqlite4java.SQLite;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells sqlite4java where Maven has put its native library: it looks beside its own jar, but a
 * repository keeps one folder per artifact.
 */
final class SqliteLibrary {

    private static final String LIBRARY_PATH = "sqlite4java.library.path";

    private SqliteLibrary() {}

    static void locate() {
        Path library = jar().resolve("../../..").resolve(artifact()).resolve(version()).normalize();
        if (System.getProperty(LIBRARY_PATH) == null && Files.isDirectory(library)) {
            System.setProperty(LIBRARY_PATH, library.toString());
        }
    }

    private static String version() {
        Path jar = jar();
        return jar.getName(jar.getNameCount() - 2).toString();
    }

    private static Path jar() {
        try {
            return Path.of(
                    SQLite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String artifact() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return "libsqlite4java-osx";
        }
        return system.startsWith("windows")
                ? "sqlite4java-win32-x64"
                : "libsqlite4java-linux-amd64";
    }
}
