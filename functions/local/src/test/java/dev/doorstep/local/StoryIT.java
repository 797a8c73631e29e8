package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.local.story.Story;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoryIT {
    private static final Path ROOT = Path.of(System.getProperty("doorstep.root", "."));

    /** What remains when times, random ids and who happened to be first are left out. */
    private static final Set<String> TELLING =
            Set.of(
                    "orderId",
                    "surveyId",
                    "followUpId",
                    "mailId",
                    "state",
                    "score",
                    "evidence",
                    "comment",
                    "severity",
                    "decision",
                    "reason");

    @Test
    void endsTheSameWhenEachMessageAndStreamRecordIsDeliveredTwice() {
        List<String> once = play(false);
        List<String> twice = play(true);

        assertThat(once).hasSizeGreaterThan(30);
        assertThat(twice).isEqualTo(once);
    }

    private static List<String> play(boolean deliverTwice) {
        Console console = new Console(System.out);
        Options options =
                Options.of(ROOT, Story.PARAMETERS, console)
                        .with(deliverTwice ? new Delivery.Again(1) : new Delivery.Once());
        try (LocalRunner runner = LocalRunner.start(options)) {
            new Story(runner, ROOT, console).play();
            return Stream.of("SurveysTable", "RepliesTable", "FollowUpsTable", "MailsTable")
                    .flatMap(table -> runner.items(table).stream())
                    .map(StoryIT::telling)
                    .sorted()
                    .toList();
        }
    }

    private static String telling(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> TELLING.contains(attribute.getKey()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                attribute -> telling(attribute.getValue()),
                                (a, _) -> a,
                                TreeMap::new))
                .toString();
    }

    private static String telling(AttributeValue value) {
        return value.hasM() ? telling(value.m()) : value.toString();
    }
}
