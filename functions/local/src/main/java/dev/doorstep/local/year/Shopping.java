package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes up orders: who orders what, who brings it, and what becomes of it. */
final class Shopping {
    private static final String SOURCE = "/made-up-shop";
    private static final int DAYS = 365;

    /** How long one of the carriers has been worse than before. */
    private static final int WORSE_FOR_DAYS = 60;

    private static final double BY_REGULARS = 0.4;
    private static final int ORDERS_FOR_A_REGULAR = 4;
    private static final double OPTED_OUT = 0.02;
    private static final double CALLED_OFF = 0.03;
    private static final double LOST = 0.006;
    private static final double SENT_AGAIN = 0.6;
    private static final double PUT_OFF = 0.5;
    private static final double SENT_BACK_AT_ONCE = 0.4;
    private static final double EXCHANGED = 0.3;
    private static final double NEVER_SENT = 0.06;
    private static final double SLOW_RETURNS = 0.12;
    private static final double TOLD_FAR_TOO_LATE = 0.008;
    private static final double SILENCE = 0.02;

    private final Chance chance;
    private final ZoneId zone;
    private final LocalDate last;
    private final List<LocalDate> days;
    private final List<Buyer> regulars;

    /**
     * @param zone of the shop
     * @param last day of the year
     */
    Shopping(YearOptions options, ZoneId zone, LocalDate last, Chance chance) {
        this.chance = requireNonNull(chance, "chance is null");
        this.zone = requireNonNull(zone, "zone is null");
        this.last = requireNonNull(last, "last is null");
        this.days = last.minusDays(DAYS - 1).datesUntil(last.plusDays(1)).toList();
        this.regulars =
                IntStream.rangeClosed(1, options.orders() / ORDERS_FOR_A_REGULAR)
                        .mapToObj(i -> Buyer.of("regular-" + i, chance))
                        .toList();
    }

    LocalDate firstDay() {
        return days.getFirst();
    }

    /** One more, with everything that will ever be told of it. */
    MadeUpOrder order(int number) {
        LocalDate day = chance.of(days, Season::weight);
        Buyer buyer =
                !regulars.isEmpty() && chance.in(BY_REGULARS)
                        ? chance.of(regulars)
                        : Buyer.of("guest-" + number, chance);
        ProductGroup group = chance.of(List.of(ProductGroup.values()), ProductGroup::weight);
        Carrier carrier = chance.of(Carrier.goingTo(buyer.country()), Carrier::weight);
        return new Making(new OrderId("Y-%05d".formatted(number)), day, buyer, group, carrier)
                .order();
    }

    /** One order as it is made up. */
    private final class Making {
        private final OrderId id;
        private final Buyer buyer;
        private final ProductGroup group;
        private final Carrier carrier;
        private final ZoneId home;
        private final LocalDate placedOn;
        private final LocalDate promisedOn;
        private final boolean isInTheEnd;
        private final List<MadeUpOrder.Told> told = new ArrayList<>();

        Making(OrderId id, LocalDate placedOn, Buyer buyer, ProductGroup group, Carrier carrier) {
            this.id = id;
            this.buyer = buyer;
            this.group = group;
            this.carrier = carrier;
            this.home = buyer.country().zone();
            this.placedOn = placedOn;
            this.promisedOn = working(placedOn.plusDays(chance.between(3, 5)));
            this.isInTheEnd = promisedOn.isAfter(last.minusDays(WORSE_FOR_DAYS));
        }

        MadeUpOrder order() {
            Instant placedAt = at(placedOn, 7, 22, zone);
            tell(EventType.PLACED, placedAt, placed());
            if (chance.in(CALLED_OFF)) {
                return calledOff(placedAt);
            }
            tell(EventType.SHIPPED, at(working(placedOn.plusDays(1)), 8, 17, zone), shipped());
            return chance.in(LOST) ? lost() : delivered();
        }

        private MadeUpOrder calledOff(Instant placedAt) {
            Instant at = placedAt.plus(Duration.ofMinutes(chance.between(20, 20 * 60)));
            tell(EventType.CANCELLED, at, nothingMore());
            return new MadeUpOrder(told, smooth(), afterwards(Trouble.SILENCE, SILENCE));
        }

        private MadeUpOrder lost() {
            LocalDate foundOut = working(promisedOn.plusDays(3));
            tell(EventType.LOST, at(foundOut, 9, 17, zone), nothingMore());
            int daysLate = chance.between(7, 9);
            if (chance.in(SENT_AGAIN)) {
                tell(
                        EventType.DELIVERED,
                        at(working(promisedOn.plusDays(daysLate)), 8, 19, home),
                        nothingMore());
            }
            Experience delivery = new Experience(Trouble.LOST, daysLate, group.displeasure());
            return new MadeUpOrder(told, delivery, smooth());
        }

        private MadeUpOrder delivered() {
            int daysLate = chance.in(carrier.late(isInTheEnd)) ? daysLate() : 0;
            LocalDate day =
                    daysLate > 0
                            ? working(promisedOn.plusDays(daysLate))
                            : working(promisedOn.minusDays(chance.between(0, 2)), promisedOn);
            if (daysLate > 1 && chance.in(PUT_OFF)) {
                tell(EventType.DELAYED, at(promisedOn, 12, 17, zone), promise(day));
            }
            Instant deliveredAt = at(day, 8, 19, home);
            tell(EventType.DELIVERED, deliveredAt, nothingMore());
            Experience delivery = new Experience(trouble(daysLate), daysLate, group.displeasure());
            return chance.in(sentBack(delivery))
                    ? sentBack(delivery, deliveredAt)
                    : new MadeUpOrder(told, delivery, smooth());
        }

        /** Who is brought nothing sends nothing back; who is brought shards does. */
        private double sentBack(Experience delivery) {
            return switch (delivery.trouble()) {
                case NOT_THERE, LOST -> 0;
                case DAMAGED, WRONG_ITEM, QUALITY -> 0.5;
                case NONE, LATE, SILENCE, SLOW_RETURN -> group.sentBack();
            };
        }

        private MadeUpOrder sentBack(Experience delivery, Instant deliveredAt) {
            Instant requestedAt =
                    deliveredAt.plus(
                            chance.in(SENT_BACK_AT_ONCE)
                                    ? Duration.ofMinutes(chance.between(60, 20 * 60))
                                    : Duration.ofHours(chance.between(2 * 24, 10 * 24)));
            tell(EventType.RETURN_REQUESTED, requestedAt, nothingMore());
            Experience afterwards = afterwards(Trouble.SLOW_RETURN, SLOW_RETURNS);
            if (!chance.in(NEVER_SENT)) {
                boolean isSlow = afterwards.trouble() == Trouble.SLOW_RETURN;
                int days = isSlow ? chance.between(12, 25) : chance.between(4, 8);
                LocalDate doneOn = requestedAt.atZone(zone).toLocalDate().plusDays(days);
                tell(
                        chance.in(EXCHANGED)
                                ? EventType.EXCHANGE_COMPLETED
                                : EventType.RETURN_COMPLETED,
                        at(working(doneOn), 9, 17, zone),
                        nothingMore());
            }
            return new MadeUpOrder(told, delivery, afterwards);
        }

        private int daysLate() {
            return isInTheEnd ? chance.between(1, 5) : 1 + chance.below(3);
        }

        private Trouble trouble(int daysLate) {
            if (chance.in(carrier.damaged())) {
                return Trouble.DAMAGED;
            }
            if (chance.in(0.015)) {
                return Trouble.WRONG_ITEM;
            }
            if (chance.in(0.04)) {
                return Trouble.QUALITY;
            }
            if (chance.in(0.008)) {
                return Trouble.NOT_THERE;
            }
            if (daysLate > 0) {
                return Trouble.LATE;
            }
            return chance.in(SILENCE) ? Trouble.SILENCE : Trouble.NONE;
        }

        private Experience afterwards(Trouble trouble, double share) {
            return chance.in(share) ? new Experience(trouble, 0, 0) : Experience.smooth(0.5);
        }

        private Experience smooth() {
            return Experience.smooth(group.displeasure());
        }

        private void tell(EventType type, Instant at, OrderData data) {
            String name = id + "-" + told.size();
            OrderEvent event = new OrderEvent(SOURCE, name, type, at, id, data);
            boolean isFarTooLate = type == EventType.DELIVERED && chance.in(TOLD_FAR_TOO_LATE);
            Duration after =
                    isFarTooLate
                            ? Duration.ofDays(chance.between(16, 25))
                            : Duration.ofSeconds(chance.between(20, 1800));
            told.add(new MadeUpOrder.Told(event, at.plus(after)));
        }

        private OrderData placed() {
            return new OrderData(
                    buyer.address(),
                    Optional.of(buyer.name()),
                    Optional.of(buyer.locale()),
                    Optional.of(home),
                    Optional.empty(),
                    List.of(chance.of(group.items())),
                    Optional.of(new Money(value(), "EUR")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    chance.in(OPTED_OUT) ? Optional.of(false) : Optional.empty(),
                    Optional.empty(),
                    Optional.of(buyer.country().name()),
                    List.of(group.title()));
        }

        private BigDecimal value() {
            double amount = group.price() * Math.exp(chance.around() / 2);
            return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
        }

        private OrderData shipped() {
            return promising(promisedOn, Optional.of(carrier.title()));
        }

        private OrderData promise(LocalDate day) {
            return promising(day, Optional.empty());
        }

        private OrderData promising(LocalDate day, Optional<String> by) {
            return data(by, Optional.of(day));
        }

        private OrderData nothingMore() {
            return data(Optional.empty(), Optional.empty());
        }

        private OrderData data(Optional<String> by, Optional<LocalDate> promised) {
            return new OrderData(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    by,
                    promised.map(
                            day -> day.atTime(LocalTime.of(23, 59, 59)).atZone(home).toInstant()),
                    Optional.empty(),
                    Optional.empty(),
                    promised);
        }
    }

    /** Some second between these full hours. */
    private Instant at(LocalDate day, int from, int to, ZoneId of) {
        return day.atTime(from, 0)
                .plusSeconds(chance.below((to - from) * 3600))
                .atZone(of)
                .toInstant();
    }

    /** Nothing is brought on Sundays. */
    private static LocalDate working(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate working(LocalDate day, LocalDate latest) {
        LocalDate next = working(day);
        return next.isAfter(latest) ? latest : next;
    }
}
