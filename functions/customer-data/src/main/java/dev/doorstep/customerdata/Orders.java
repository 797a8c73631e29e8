package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import java.time.Clock;
import java.util.Optional;

/**
 * The orders of a customer, with what they answered about each. An order's own row, by which all of
 * it is found, is erased last: whoever dies before, finds it again.
 */
final class Orders implements Holding<Customer> {
    private final TableWalk walk;
    private final Surveys surveys;
    private final Answers answers;
    private final Clock clock;

    Orders(TableWalk walk, Surveys surveys, Answers answers, Clock clock) {
        this.walk = requireNonNull(walk, "walk is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        TableWalk.Page page = walk.page(cursor);
        return new Found.Page(
                page.items().stream().flatMap(row -> found(customer, row).stream()).toList(),
                page.next());
    }

    private Optional<Found> found(Customer customer, Item row) {
        OrderSurveys order = Surveys.read(row);
        boolean isTheirs = order.isOf(customer::hasAddress);
        return order.about(customer::hasAddress).map(part -> found(part, isTheirs));
    }

    private Found found(OrderSurveys part, boolean isTheirs) {
        OrderId id = part.facts().order();
        Found.Collector collector = new Found.Collector().row(Kept.SURVEYS, Surveys.item(part));
        if (!isTheirs) {
            return collector.found(id.value());
        }
        SurveyId.allOf(id).forEach(survey -> answers.collect(survey, collector));
        return collector.found(id);
    }

    @Override
    public void erase(Customer customer, String name) {
        OrderId id = new OrderId(name);
        if (customer.orders().contains(id)) {
            SurveyId.allOf(id).forEach(survey -> answers.erase(survey, clock.instant()));
        }
        surveys.erase(id, customer::hasAddress, clock.instant());
    }
}
