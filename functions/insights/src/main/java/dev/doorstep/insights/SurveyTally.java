package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.DecisionRow;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what became of the surveys of an order, and of those that it could have had. Pure: reads
 * and writes nothing.
 */
final class SurveyTally {
    /** Whose mail went out and did not come back. */
    static final String SENT = "sent";

    /** Whose mail went out and came back for good. */
    static final String BOUNCED = "bounced";

    static final String EXPIRED = "expired";

    private static final String SKIPPED = "skipped~";

    private final ZoneId zone;

    /**
     * @param zone in which a day of the shop begins and ends
     */
    SurveyTally(ZoneId zone) {
        this.zone = requireNonNull(zone, "zone is null");
    }

    /** What the figures of a touchpoint's surveys are counted under. */
    static String about(Touchpoint touchpoint) {
        return "surveys~" + touchpoint.id();
    }

    /** The counter of surveys that were skipped for the reason with this id. */
    static String skipped(String reason) {
        return SKIPPED + reason;
    }

    /** The id of the reason that a counter is of, if it is of one. */
    static Optional<String> skippedFor(String counter) {
        return counter.startsWith(SKIPPED)
                ? Optional.of(counter.substring(SKIPPED.length()))
                : Optional.empty();
    }

    /**
     * One for each touchpoint: where nothing has become of its survey yet, or there is none, it
     * adds nothing. An order of which nothing was decided yet counts for nothing.
     */
    List<Counted> of(OrderSurveys order) {
        return order.decisions().stream()
                .findFirst()
                .map(first -> of(order, LocalDate.ofInstant(first.decidedAt(), zone)))
                .orElse(List.of());
    }

    /**
     * @param filed of the order's first decision, the one thing that all its later versions have,
     *     erased or not
     */
    private List<Counted> of(OrderSurveys order, LocalDate filed) {
        return Arrays.stream(Touchpoint.values())
                .map(
                        touchpoint ->
                                new Counted(
                                        about(touchpoint),
                                        filed,
                                        new SurveyId(order.facts().order(), touchpoint).toString(),
                                        order.version(),
                                        tally(order, touchpoint, filed)))
                .toList();
    }

    private Tally tally(OrderSurveys order, Touchpoint touchpoint, LocalDate filed) {
        return order.survey(touchpoint)
                .map(survey -> end(survey.state()))
                .orElseGet(() -> neverMade(order, touchpoint))
                .map(end -> tally(touchpoint, end))
                .orElseGet(() -> Tally.nothing(about(touchpoint), filed));
    }

    private Tally tally(Touchpoint touchpoint, End end) {
        return new Tally(
                about(touchpoint),
                LocalDate.ofInstant(end.at(), zone),
                end.counter(),
                new TreeMap<>(Map.of(Dimension.ALL.id(), Set.of(Dimension.ALL.id()))));
    }

    private static Optional<End> end(Survey.State state) {
        return switch (state) {
            case Survey.State.Planned _, Survey.State.Sending _ -> Optional.empty();
            case Survey.State.Sent sent -> Optional.of(new End(SENT, sent.at()));
            case Survey.State.Bounced bounced -> Optional.of(new End(BOUNCED, bounced.sentAt()));
            case Survey.State.Expired expired -> Optional.of(new End(EXPIRED, expired.at()));
            case Survey.State.Skipped skipped ->
                    Optional.of(new End(skipped(skipped.reason().id()), skipped.at()));
        };
    }

    /** Where the programme does not ask about what happened, there is a decision and no survey. */
    private static Optional<End> neverMade(OrderSurveys order, Touchpoint touchpoint) {
        return order.decisions().stream()
                .filter(row -> row.eventType().touchpoint().filter(touchpoint::equals).isPresent())
                .reduce((_, later) -> later)
                .flatMap(SurveyTally::end);
    }

    private static Optional<End> end(DecisionRow row) {
        return switch (row.decision()) {
            case Decision.Skip skip ->
                    Optional.of(new End(skipped(skip.reason().id()), row.decidedAt()));
            case Decision.Cancel cancel ->
                    Optional.of(new End(skipped(cancel.reason().id()), row.decidedAt()));
            case Decision.Plan _, Decision.Postpone _, Decision.Switch _, Decision.Send _ ->
                    Optional.empty();
        };
    }

    /** What became of a survey, and when. */
    private record End(String counter, Instant at) {}
}
