package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which processors processes run on, by Linux's {@code taskset}. */
final class Processors {
    private Processors() {}

    /** The command that starts another one on these processors only. */
    static List<String> pinnedTo(String processors) {
        return List.of("taskset", "-c", processors);
    }

    /**
     * @throws IllegalStateException if the machine has no {@code taskset}, or not these processors
     */
    static void pinThisProcess(String processors) {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            Process taskset =
                    new ProcessBuilder("taskset", "-a", "-p", "-c", processors, self)
                            .redirectErrorStream(true)
                            .start();
            String output = new String(taskset.getInputStream().readAllBytes(), UTF_8);
            if (taskset.waitFor() != 0) {
                throw new IllegalStateException("taskset: " + output);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the benchmark needs Linux's taskset", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        }
    }

    static String describe() {
        return "%s, Java %s".formatted(model(), System.getProperty("java.version"));
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
