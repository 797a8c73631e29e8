package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;
import dev.doorstep.surveys.Order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what a reply adds to the counters. Pure: reads and writes nothing. */
final class ReplyTally {
    /** What no reply counts for that looks automated. */
    static final String SUSPECT = "suspect";

    /** Replies that say that the parcel has not come. */
    static final String NOT_RECEIVED = "not-received";

    /** Replies that say no score. */
    static final String UNSCORED = "unscored";

    /**
     * By the day on which the survey's mail was sent, if it was: what of one day's mails came back
     * as answers. No dimension that a report can be asked for by.
     */
    static final String SENT_ON = "sent-on";

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
     * @param sentAt when the mail of its survey was sent, if it was
     */
    Counted of(Reply reply, Optional<Order> order, Optional<Instant> sentAt) {
        String touchpoint = reply.survey().touchpoint().id();
        LocalDate day = LocalDate.ofInstant(reply.startedAt(), zone);
        Tally tally =
                new Tally(
                        about(reply.survey().touchpoint(), reply.metric()),
                        day,
                        counter(reply),
                        values(reply, order, sentAt));
        return new Counted(touchpoint, day, reply.survey().toString(), reply.version(), tally);
    }

    /**
     * What replies about a touchpoint are counted under: the touchpoint itself by the metric that
     * it is commonly asked with, {@code delivery~csat} by another one. Two scales are never in one
     * figure.
     */
    static String about(Touchpoint touchpoint, Metric metric) {
        return metric == common(touchpoint)
                ? touchpoint.id()
                : touchpoint.id() + "~" + metric.name().toLowerCase(Locale.ROOT);
    }

    private static Metric common(Touchpoint touchpoint) {
        return switch (touchpoint) {
            case DELIVERY -> Metric.NPS;
            case RETURN, EXCHANGE, CANCELLATION -> Metric.CES;
            case FOLLOW_UP -> Metric.CSAT;
        };
    }

    private static String counter(Reply reply) {
        if (!reply.counts()) {
            return SUSPECT;
        }
        return switch (reply.answer()) {
            case Answer.Score score -> Integer.toString(score.value());
            case Answer.NotReceived _ -> NOT_RECEIVED;
            case Answer.Unscored _ -> UNSCORED;
        };
    }

    private SortedMap<String, Set<String>> values(
            Reply reply, Optional<Order> order, Optional<Instant> sentAt) {
        SortedMap<String, Set<String>> values = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            Set<String> of = values(dimension, reply, order);
            if (!of.isEmpty()) {
                values.put(dimension.id(), of);
            }
        }
        sentAt.map(at -> LocalDate.ofInstant(at, zone).toString())
                .ifPresent(day -> values.put(SENT_ON, Set.of(day)));
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
