package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ExportMemoryTest {

    /** All of it would take some 300 MB, as a file and without what holds it. */
    @Test
    void exportsAMillionRepliesInTheMemoryOfAPart(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");

        int exit = export(output);

        String all = Files.readString(output);
        assertThat(exit).as(all).isZero();
        assertThat(all).contains("1000000 replies, 1000001 lines");
        assertThat(all).containsPattern("lines, \\d\\d parts, the smallest of [89] MiB");
    }

    private static int export(Path output) throws IOException, InterruptedException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        classes,
                        ExportAMillion.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
