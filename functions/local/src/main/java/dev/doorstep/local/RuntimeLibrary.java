package dev.doorstep.local;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of AWS's runtime client, unpacked once. Left alone, each process would unpack it
 * over the same file in {@code /tmp}, under the feet of those that run from it.
 */
final class RuntimeLibrary {
    /** The property by which the client is told where the file is. */
    static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    static final Path FILE = unpack();

    private RuntimeLibrary() {}

    private static Path unpack() {
        String resource = "/jni/libaws-lambda-jni.%s-%s.so".formatted(system(), processor());
        try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IllegalStateException(
                        "AWS's runtime client does not run on this system: it has no " + resource);
            }
            Path file = Files.createTempFile("doorstep-runtime", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").equals("Linux") ? "linux" : "other";
        boolean isMusl = Files.exists(Path.of("/etc/alpine-release"));
        return isMusl ? name + "_musl" : name;
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }
}
