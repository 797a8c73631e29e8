package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;

import java.time.Instant;
import java.util.Optional;

/**
 * The orders of which nothing happened since a moment, as far as they still say who their customer
 * is or what they wrote. They are found by each of the tables that may say so.
 */
final class OutdatedOrders implements Holding<Subject.Outdated> {
    private final TableWalk walk;
    private final Suspicion suspicion;
    private final Dossiers dossiers;

    /**
     * @param suspicion tells by a row of the table whether a closer look is worth it
     */
    OutdatedOrders(TableWalk walk, Suspicion suspicion, Dossiers dossiers) {
        this.walk = requireNonNull(walk, "walk is null");
        this.suspicion = requireNonNull(suspicion, "suspicion is null");
        this.dossiers = requireNonNull(dossiers, "dossiers is null");
    }

    /** The order that may be outdated by what one row of a table says; empty if it cannot be. */
    @FunctionalInterface
    interface Suspicion {
        Optional<OrderId> of(Item row, Instant before);
    }

    static Optional<OrderId> bySurveys(Item row, Instant before) {
        OrderSurveys order = Surveys.read(row);
        return order.namesSomebody() && order.endedBefore(before)
                ? Optional.of(order.facts().order())
                : Optional.empty();
    }

    static Optional<OrderId> byReply(Item row, Instant before) {
        Reply reply = Replies.read(row);
        return !reply.isErased() && reply.endedBefore(before)
                ? Optional.of(reply.survey().order())
                : Optional.empty();
    }

    static Optional<OrderId> byFollowUp(Item row, Instant before) {
        FollowUp followUp = FollowUps.read(row);
        return followUp.endedBefore(before) && !FollowUps.isErased(followUp)
                ? Optional.of(followUp.id().order())
                : Optional.empty();
    }

    @Override
    public Found.Page look(Subject.Outdated outdated, Optional<String> cursor) {
        TableWalk.Page page = walk.page(cursor);
        return new Found.Page(
                page.items().stream()
                        .flatMap(row -> suspicion.of(row, outdated.before()).stream())
                        .distinct()
                        .flatMap(order -> dossiers.find(order, outdated.before()).stream())
                        .toList(),
                page.next());
    }

    @Override
    public void erase(Subject.Outdated outdated, String name) {
        dossiers.erase(new OrderId(name), outdated.before());
    }
}
