package dev.doorstep.local.faults;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.Console;
import dev.doorstep.local.Delivery;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.local.Pause;
import dev.doorstep.local.Rights;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The whole template, moved by hand, in which scenarios are played one after the other. */
final class House implements AutoCloseable {
    /** Days are moments; but what a call may take is shorter than what waits for its end. */
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "RetentionKeepFor", "PT0.001S",
                    "ErasureSettlingTime", "PT0S",
                    "DeliverySurveyDelay", "PT0S",
                    "FollowUpSurveyDelay", "PT0S",
                    "ReminderDelay", "P3D",
                    "MailSettlingTime", "PT8S",
                    "SendingHours", "00:00-24:00",
                    "MinimumPressTime", "PT0S");

    private static final Duration VISIBILITY = Duration.ofSeconds(1);

    /** Longer than what the timekeeper keeps in reserve. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(12);
    private static final Duration A_MOMENT = Duration.ofMillis(25);

    private final Trigger trigger = new Trigger();
    private final Path root;
    private final LocalRunner runner;

    /**
     * @param lease how long a case stays with its owner: longer than whoever hears no answer waits
     *     before they ask again
     */
    House(Path root, Duration lease, Console console) {
        this.root = root;
        Map<String, String> parameters = new LinkedHashMap<>(PARAMETERS);
        parameters.put("ClaimLease", lease.toString());
        this.runner =
                LocalRunner.start(
                        Options.of(root, parameters, console)
                                .with(new Delivery.ByHand())
                                .underFaults(VISIBILITY, LONGEST_CALL, trigger));
    }

    /** What became of a scenario. */
    record Ending(State state, List<AwsCall> calls, boolean wasReached) {}

    /**
     * Plays a scenario in the empty house until all has come to rest.
     *
     * @param point at which something goes wrong, if anything is to
     * @throws NotSettled if it does not come to rest
     */
    Ending play(Scenario scenario, Optional<Point> point) {
        runner.empty();
        People people = new People(runner, root, this::settle);
        scenario.given().accept(people);
        settle();
        trigger.listen(point, scenario.interruption(), () -> scenario.meanwhile().accept(people));
        try {
            scenario.when().accept(people);
            settle();
        } finally {
            trigger.ignore();
        }
        if (point.isEmpty() && trigger.awaitsInterruption()) {
            throw new NotSettled("the moment for what happens meanwhile never came");
        }
        return new Ending(State.of(runner), trigger.calls(), trigger.hasFired());
    }

    Rights rights() {
        return runner.rights();
    }

    /** The logical ids of the functions, in the template's order. */
    List<String> functions() {
        return runner.functions();
    }

    @Override
    public void close() {
        runner.close();
    }

    private void settle() {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> moving = List.of("nothing was looked at yet");
        while (!moving.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new NotSettled("does not come to rest: " + String.join(", ", moving));
            }
            boolean found = runner.handOn();
            awaitCalls();
            moving = moving(found);
            if (!moving.isEmpty() && !found) {
                Pause.of(A_MOMENT);
            }
        }
    }

    private List<String> moving(boolean found) {
        List<String> moving = new ArrayList<>(runner.moving());
        moving.addAll(timersDueSoon());
        if (found) {
            moving.add("what was handed on last");
        }
        return moving;
    }

    /** Events come sooner than timers. */
    private void awaitCalls() {
        Instant end = Instant.now().plus(PATIENCE);
        while (runner.isCalling() && Instant.now().isBefore(end)) {
            Pause.of(A_MOMENT);
        }
    }

    private List<String> timersDueSoon() {
        Instant soon = Instant.now().plus(SOON);
        return runner.items("TimersTable").stream()
                .map(House::dueAtId)
                .filter(id -> Instant.parse(id.substring(0, id.indexOf('#'))).isBefore(soon))
                .map(id -> "timer " + id)
                .toList();
    }

    private static String dueAtId(Map<String, AttributeValue> timer) {
        return Objects.requireNonNull(timer.get("dueAtId"), "timer has no key").s();
    }
}
