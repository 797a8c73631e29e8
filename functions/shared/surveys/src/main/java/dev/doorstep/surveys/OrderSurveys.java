package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether the order is now the one of a customer with such an address. */
    public boolean isOf(Predicate<String> isTheirs) {
        return facts.last(OrderData::address).filter(isTheirs).isPresent();
    }

    /**
     * What of it is about the customer with such an address: all but whom else it named, if the
     * order is theirs; else what events said of them before the order named another one. Empty if
     * nothing is.
     */
    public Optional<OrderSurveys> about(Predicate<String> isTheirs) {
        if (isOf(isTheirs)) {
            Facts theirs = facts.nameless(event -> namesAnother(event, isTheirs));
            return Optional.of(new OrderSurveys(theirs, surveys, decisions, version));
        }
        Facts said = facts.only(event -> names(event, isTheirs));
        return said.types().isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderSurveys(said, Map.of(), decisionsOf(said), version));
    }

    /**
     * The same without the customer with such an address, whom it no longer asks. Who else an order
     * names stays: it was corrected.
     */
    OrderSurveys erased(Predicate<String> isTheirs, Instant now) {
        return isOf(isTheirs)
                ? erased(now)
                : new OrderSurveys(
                        facts.nameless(event -> names(event, isTheirs)),
                        surveys,
                        decisions,
                        version);
    }

    /** The same without anybody. */
    OrderSurveys erased(Instant now) {
        Map<Touchpoint, Survey> left = new EnumMap<>(Touchpoint.class);
        surveys.forEach((touchpoint, survey) -> left.put(touchpoint, survey.erased(now)));
        return new OrderSurveys(facts.erased(now), left, decisions, version);
    }

    /** Whether it says who its customer is, or anybody else. */
    public boolean namesSomebody() {
        return !facts.nameless(_ -> true).equals(facts);
    }

    /**
     * Whether all that happened to it, or is still to, was before a moment: its events, when its
     * parcel was to arrive, what was decided, and its surveys, by when they were due and by what
     * became of them.
     */
    public boolean endedBefore(Instant moment) {
        return happenings().allMatch(moment::isAfter);
    }

    private Stream<Instant> happenings() {
        return Stream.of(
                        facts.withEachDelay().stream().map(OrderEvent::time),
                        facts.awaited(),
                        decisions.stream().map(DecisionRow::decidedAt),
                        surveys.values().stream().flatMap(Survey::happenings))
                .flatMap(Function.identity());
    }

    private static boolean namesAnother(OrderEvent event, Predicate<String> isTheirs) {
        return event.data().address().filter(isTheirs.negate()).isPresent();
    }

    private static boolean names(OrderEvent event, Predicate<String> isTheirs) {
        return event.data().address().filter(isTheirs).isPresent();
    }

    private List<DecisionRow> decisionsOf(Facts said) {
        Set<String> keys =
                said.inOrderOfTime().stream().map(OrderEvent::key).collect(Collectors.toSet());
        return decisions.stream().filter(row -> keys.contains(row.eventKey())).toList();
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
