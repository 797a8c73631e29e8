package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was answered about a customer's orders, and which cases were opened, after these were looked
 * at: who had the page open could still press, and the orders name nobody by then.
 */
final class LateAnswers implements Holding<Customer> {
    private static final int ORDERS_AT_A_TIME = 20;

    private final Answers answers;
    private final Clock clock;

    LateAnswers(Answers answers, Clock clock) {
        this.answers = requireNonNull(answers, "answers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        List<OrderId> left =
                customer.orders().stream()
                        .sorted(Comparator.comparing(OrderId::value))
                        .filter(
                                order ->
                                        cursor.stream()
                                                .allMatch(c -> order.value().compareTo(c) > 0))
                        .toList();
        List<OrderId> some = left.stream().limit(ORDERS_AT_A_TIME).toList();
        return new Found.Page(
                some.stream()
                        .flatMap(order -> SurveyId.allOf(order).stream())
                        .flatMap(survey -> found(survey).stream())
                        .toList(),
                left.size() > some.size() ? Optional.of(some.getLast().value()) : Optional.empty());
    }

    private Optional<Found> found(SurveyId survey) {
        return Optional.of(answers.find(survey).unerased())
                .filter(answered -> !answered.isEmpty())
                .map(
                        answered -> {
                            Found.Collector collector = new Found.Collector();
                            answers.collect(answered, collector);
                            return collector.found(survey.toString());
                        });
    }

    @Override
    public void erase(Customer customer, String name) {
        answers.erase(SurveyId.parse(name), clock.instant());
    }
}
