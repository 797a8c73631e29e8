package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of one order: its facts, its surveys, and what was decided for each event.
 *
 * @param decisions in the order in which they were made
 * @param version grows with each write; 0 before the first
 */
public record OrderSurveys(
        Facts facts, Map<Touchpoint, Survey> surveys, List<DecisionRow> decisions, long version) {

    public OrderSurveys {
        requireNonNull(facts, "facts is null");
        surveys = Map.copyOf(surveys);
        decisions = List.copyOf(decisions);
    }

    /** An order that nothing is known of yet. */
    public static OrderSurveys unknown(OrderId order) {
        return new OrderSurveys(Facts.none(order), Map.of(), List.of(), 0);
    }

    public Order order(Programme programme) {
        return Order.of(facts, programme);
    }

    public Optional<Survey> survey(Touchpoint touchpoint) {
        return Optional.ofNullable(surveys.get(touchpoint));
    }

    /** Whether the question about it went out, or may have. */
    public boolean isAsked(Touchpoint touchpoint) {
        return survey(touchpoint).filter(Survey::isAsked).isPresent();
    }

    /** This order with the survey in place of the one about the same touchpoint. */
    public OrderSurveys with(Survey survey) {
        Map<Touchpoint, Survey> changed = new EnumMap<>(Touchpoint.class);
        changed.putAll(surveys);
        changed.put(survey.touchpoint(), survey);
        return new OrderSurveys(facts, changed, decisions, version);
    }

    /** As it is after a write. */
    OrderSurveys written() {
        return new OrderSurveys(facts, surveys, decisions, version + 1);
    }

    /** What was decided for this event, if it came before. */
    public Optional<DecisionRow> decision(OrderEvent event) {
        return decisions.stream().filter(row -> row.eventKey().equals(event.key())).findFirst();
    }
}
