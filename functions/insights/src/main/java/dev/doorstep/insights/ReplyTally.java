package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Order;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what a reply adds to the counters. Pure: reads and writes nothing. */
final class ReplyTally {
    private static final String ON_TIME = "on-time";
    private static final String LOST = "lost";
    private static final String OVER_A_WEEK = "over-7";
    private static final int WEEK = 7;

    private final ZoneId zone;

    /**
     * @param zone in which a day of the shop begins and ends
     */
    ReplyTally(ZoneId zone) {
        this.zone = requireNonNull(zone, "zone is null");
    }

    /**
     * @param order what is known of it; replies can be of orders that we know nothing of
     */
    Counted of(Reply reply, Optional<Order> order) {
        String touchpoint = reply.survey().touchpoint().id();
        LocalDate day = LocalDate.ofInstant(reply.startedAt(), zone);
        Tally tally =
                new Tally(
                        Scores.about(reply.survey().touchpoint(), reply.metric()),
                        day,
                        counter(reply),
                        values(reply, order));
        return new Counted(touchpoint, day, reply.survey().toString(), reply.version(), tally);
    }

    private static String counter(Reply reply) {
        if (!reply.counts()) {
            return Scores.SUSPECT;
        }
        return switch (reply.answer()) {
            case Answer.Score score -> Integer.toString(score.value());
            case Answer.NotReceived _ -> Scores.NOT_RECEIVED;
            case Answer.Unscored _ -> Scores.UNSCORED;
        };
    }

    private static SortedMap<String, Set<String>> values(Reply reply, Optional<Order> order) {
        SortedMap<String, Set<String>> values = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            Set<String> of = values(dimension, reply, order);
            if (!of.isEmpty()) {
                values.put(dimension.id(), of);
            }
        }
        return values;
    }

    /** Only of reasons there may be none: who ticked nothing gave none. */
    private static Set<String> values(Dimension dimension, Reply reply, Optional<Order> order) {
        return switch (dimension) {
            case ALL -> Set.of(Dimension.ALL.id());
            case CARRIER -> Tally.orUnknown(order.flatMap(Order::carrier).stream().toList());
            case COUNTRY -> Tally.orUnknown(order.flatMap(Order::country).stream().toList());
            case LANGUAGE -> Tally.orUnknown(language(reply, order).stream().toList());
            case PRODUCT_GROUP ->
                    Tally.orUnknown(order.map(Order::productGroups).orElse(List.of()));
            case REASON -> Tally.known(reply.reasons());
            case DAYS_LATE -> Set.of(order.map(ReplyTally::daysLate).orElse(Tally.UNKNOWN));
            case CHANNEL -> Set.of(reply.channel().id());
        };
    }

    /** The language that the customer chose on the page, or else was written to in. */
    private static Optional<String> language(Reply reply, Optional<Order> order) {
        return reply.locale()
                .or(() -> order.map(known -> known.customer().locale()))
                .map(locale -> locale.getLanguage());
    }

    /** Days that were begun after the time that was promised first. */
    private static String daysLate(Order order) {
        if (order.wasLost()) {
            return LOST;
        }
        return order.lateBy().map(ReplyTally::daysLate).orElse(Tally.UNKNOWN);
    }

    private static String daysLate(Duration late) {
        if (!late.isPositive()) {
            return ON_TIME;
        }
        long days = late.minusNanos(1).toDays() + 1;
        return days > WEEK ? OVER_A_WEEK : Long.toString(days);
    }
}
