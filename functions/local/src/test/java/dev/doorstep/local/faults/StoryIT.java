package dev.doorstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.local.Console;
import dev.doorstep.local.Delivery;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.local.story.Story;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

class StoryIT {
    private static final Path ROOT = Path.of(System.getProperty("doorstep.root", "."));

    @Test
    void endsTheSameWhenEachMessageAndStreamRecordIsDeliveredTwice() {
        CompletableFuture<List<String>> once = playing(new Delivery.Once());
        CompletableFuture<List<String>> twice = playing(new Delivery.Again(1));

        assertThat(once.join()).hasSizeGreaterThan(30);
        assertThat(twice.join()).isEqualTo(once.join());
    }

    /** Both at once: a story is mostly waiting. */
    private static CompletableFuture<List<String>> playing(Delivery delivery) {
        return CompletableFuture.supplyAsync(
                () -> play(delivery), Executors.newVirtualThreadPerTaskExecutor());
    }

    private static List<String> play(Delivery delivery) {
        Console console = new Console(System.out);
        Options options = Options.of(ROOT, Story.PARAMETERS, console).with(delivery);
        try (LocalRunner runner = LocalRunner.start(options)) {
            new Story(runner, ROOT, console).play();
            return State.of(runner).parts().entrySet().stream()
                    .flatMap(
                            part ->
                                    part.getValue().stream()
                                            .map(line -> part.getKey() + ": " + line))
                    .map(StoryIT::withoutNames)
                    .toList();
        }
    }

    /** Which of the two agents gets which case is left to chance. */
    private static String withoutNames(String line) {
        return line.replaceAll("Robin|Kim", "agent");
    }
}
