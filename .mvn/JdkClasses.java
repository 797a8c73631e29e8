import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies the classes of this JDK that functions may use into a folder, for the shrinker to read.
 */
final class JdkClasses {
    private static final List<String> MODULES =
            List.of("java.base", "java.logging", "java.management", "java.naming", "java.xml");

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String module : MODULES) {
            Path source = jdk.getPath("modules", module);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : (Iterable<Path>) files.filter(JdkClasses::isClass)::iterator) {
                    Path target = folder.resolve(source.relativize(file).toString());
                    if (Files.notExists(target)) {
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                }
            }
        }
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
    }
}
