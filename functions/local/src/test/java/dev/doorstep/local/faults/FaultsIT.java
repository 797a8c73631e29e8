package dev.doorstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.local.Console;
import dev.doorstep.local.Rights;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** All scenarios with the faults that are most likely to double something; the rest by profile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    /** Nothing here times out. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private static final String ESCALATOR = "EscalatorFunction";

    /** As "an unhappy customer answers and is told when to expect us" does. */
    private static final Set<String> CASES_OPENED_ALIKE =
            Set.of(
                    "a parcel was not received",
                    "a happy customer changes their mind",
                    "a customer answers the mail with a score",
                    "a customer sends a photograph of the damage");

    /** As "an urgent case is given back, and who took it next went home" does. */
    private static final String CASE_GIVEN_BACK_ALIKE = "a case is given back and taken by another";

    /** As "a delivery is late by days" does. */
    private static final String NEWS_TOLD_ALIKE = "a parcel is lost";

    /** As "a customer's data is erased" does. */
    private static final String DATA_FOUND_ALIKE = "a customer's data is exported";

    /** Each of its calls goes wrong in the function's own tests. */
    private static final String TRIED_ELSEWHERE = "a customer's data is erased";

    /** So does each of its calls. */
    private static final String EXPORT_TRIED_ELSEWHERE = "replies are exported";

    private final Console console = new Console(System.out);
    private final Neighbourhood neighbourhood =
            Neighbourhood.of(
                    Faults.HOUSES,
                    Path.of(System.getProperty("doorstep.root", ".")),
                    LEASE,
                    console);
    private final FaultTable table =
            new FaultTable(
                    Scenarios.all().stream().map(Scenario::name).toList(),
                    neighbourhood.functions());

    @BeforeAll
    void play() {
        new Faults(neighbourhood.houses(), table, console)
                .tryAll(
                        Scenarios.all().stream().map(FaultsIT::shortened).toList(),
                        FaultsIT::isSelected);
        console.line(table.toString());
        console.line(RightsTable.of(neighbourhood.rights()));
    }

    @AfterAll
    void stop() {
        neighbourhood.close();
    }

    @Test
    void losesNothingAndDoublesNothing() {
        assertThat(table.tried()).isGreaterThan(30);
        assertThat(table.survived()).as(table.toString()).isTrue();
    }

    @Test
    void functionsMayDoWhatTheyDoAndNothingElse() {
        Rights rights = neighbourhood.rights();

        assertThat(rights.missing()).isEmpty();
        assertThat(rights.idle()).isEmpty();
    }

    @Test
    void saysWhichFaultsThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> Faults.Selection.of("fault=earthquake"))
                .hasMessageContaining("earthquake is no fault")
                .hasMessageContaining("kill-before, kill-after");
        assertThatThrownBy(() -> Faults.Selection.of("speed=fast"))
                .hasMessageContaining("speed=fast: arguments are");
    }

    private static Scenario shortened(Scenario scenario) {
        return switch (scenario.name()) {
            case CASE_GIVEN_BACK_ALIKE -> scenario.without("SupportDeskFunction");
            case DATA_FOUND_ALIKE -> scenario.without("CustomerDataFunction");
            case TRIED_ELSEWHERE -> scenario.without("CustomerDataFunction");
            case EXPORT_TRIED_ELSEWHERE -> scenario.without("InsightsFunction");
            case NEWS_TOLD_ALIKE -> scenario.without("PromiseWatchFunction");
            default ->
                    CASES_OPENED_ALIKE.contains(scenario.name())
                            ? scenario.without(ESCALATOR)
                            : scenario;
        };
    }

    private static boolean isSelected(Point point) {
        return switch (point.fault()) {
            case LOSE_ANSWER -> !point.operation().matches("(dynamodb:(Get|Query)|sqs:Receive).*");
            case KILL_AFTER -> point.operation().equals("ses:SendEmail");
            case KILL_BEFORE, THROTTLE, ERROR, RESET, TIME_OUT -> false;
        };
    }
}
