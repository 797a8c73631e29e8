package dev.doorstep.local.year;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.local.Console;
import dev.doorstep.local.Delivery;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.Surveys;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

class YearIT {
    private static final Path ROOT = Path.of(System.getProperty("doorstep.root", "."));

    @Test
    void isCountedByInsightsAndMakesNobodyDoAnything() {
        Year year =
                Year.of(
                        new YearOptions(1, 400),
                        Programme.load(new Environment(Map.of())),
                        Clock.systemUTC());

        try (LocalRunner runner =
                LocalRunner.start(
                        Options.of(ROOT, Map.of(), new Console(System.out))
                                .with(new Delivery.ByHand()))) {
            YearTables tables = new YearTables(runner);
            tables.write(year);
            handOnEverything(runner);

            assertThat(tables.counted(year)).isEqualTo(YearCounts.of(year));
            assertThat(runner.mails()).isEmpty();
            assertThat(runner.items("MailsTable")).isEmpty();
            assertThat(runner.items("TimersTable")).isEmpty();
            assertThat(runner.items("SurveysTable"))
                    .containsExactlyInAnyOrderElementsOf(
                            year.orders().stream()
                                    .map(order -> Surveys.item(order).attributes())
                                    .toList());
            assertThat(runner.items("FollowUpsTable"))
                    .containsExactlyInAnyOrderElementsOf(
                            year.cases().stream()
                                    .map(followUp -> FollowUps.item(followUp).attributes())
                                    .toList());
            assertThat(runner.queues()).allMatch(queue -> runner.waiting(queue) == 0);
        }
    }

    /** All streams to their ends: what did not happen by then does not happen. */
    private static void handOnEverything(LocalRunner runner) {
        while (runner.handOn()) {
            assertThat(runner.mails()).isEmpty();
        }
    }
}
