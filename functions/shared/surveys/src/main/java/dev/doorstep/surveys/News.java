package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.NewsPlan;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer is to be told of their delivery before they ask, from the facts of the order at a
 * moment. It follows the events as they happened, not as they arrived, so that it is the same for
 * each order of arrival.
 */
public sealed interface News {

    /** From when on the delivery is so bad that a person must get in touch; empty if never. */
    Optional<Instant> personFrom();

    /** Whether a person must get in touch by this moment. */
    default boolean needsPerson(Instant now) {
        return personFrom().filter(from -> !from.isAfter(now)).isPresent();
    }

    /**
     * It comes at another time than was said last.
     *
     * @param isSooner than that
     */
    record Delayed(DeliveryDate until, boolean isSooner, Optional<Instant> personFrom)
            implements News {

        public Delayed {
            requireNonNull(until, "until is null");
            requireNonNull(personFrom, "personFrom is null");
        }
    }

    /** Its time has passed, and nobody says that it came or when it will. */
    record Overdue(DeliveryDate promised, Instant from) implements News {

        public Overdue {
            requireNonNull(promised, "promised is null");
            requireNonNull(from, "from is null");
        }

        @Override
        public Optional<Instant> personFrom() {
            return Optional.of(from);
        }
    }

    /**
     * It is lost.
     *
     * @param promised what was promised by a delay before; tells a second loss from the first
     */
    record Lost(Instant at, Optional<DeliveryDate> promised) implements News {

        public Lost {
            requireNonNull(at, "at is null");
            requireNonNull(promised, "promised is null");
        }

        @Override
        public Optional<Instant> personFrom() {
            return Optional.of(at);
        }
    }

    /**
     * What there is to tell now. Where the programme does not ask about deliveries there is
     * nothing: a reply to the news would have no scale to be kept with.
     */
    static Optional<News> of(Facts facts, Programme programme, Instant now) {
        if (programme.plan(Touchpoint.DELIVERY).isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = facts.zone(programme);
        Course course = Course.of(facts, zone);
        NewsPlan plan = programme.news();
        return switch (course.stage()) {
            case LOST -> lost(course, plan, now);
            case PUT_OFF -> putOff(course, facts.firstPromise(zone), plan, now);
            case UNDER_WAY -> overdue(course, facts.firstPromise(zone), plan, now);
            case DELIVERED, OVER -> Optional.empty();
        };
    }

    /**
     * When it is to be found out what there is to tell, now that the facts have changed. A moment
     * too many is harmless. None is sooner than the programme's delay: the facts are not written
     * yet.
     */
    static Collection<Instant> timesToLook(
            Facts before, Facts after, Programme programme, Instant now) {
        Instant soonest = now.plus(programme.news().delay());
        Set<Instant> times = new LinkedHashSet<>();
        Optional<News> news = of(after, programme, now);
        if (news.isPresent() && !news.equals(of(before, programme, now))) {
            times.add(soonest);
        }
        deadline(after, programme)
                .filter(at -> !Optional.of(at).equals(deadline(before, programme)))
                .filter(now::isBefore)
                .map(at -> at.isBefore(soonest) ? soonest : at)
                .ifPresent(times::add);
        return times;
    }

    /** When the parcel is overdue, if nothing is heard of it until then. */
    private static Optional<Instant> deadline(Facts facts, Programme programme) {
        return Optional.of(Course.of(facts, facts.zone(programme)))
                .filter(Course::isAwaited)
                .filter(_ -> programme.plan(Touchpoint.DELIVERY).isPresent())
                .flatMap(Course::promised)
                .map(date -> date.at().plus(programme.news().overdueAfter()));
    }

    private static Optional<News> lost(Course course, NewsPlan plan, Instant now) {
        return Optional.<News>of(new Lost(course.since(), course.putOffTo()))
                .filter(_ -> now.isBefore(course.since().plus(plan.latestAfter())));
    }

    private static Optional<News> putOff(
            Course course, Optional<Instant> firstPromise, NewsPlan plan, Instant now) {
        DeliveryDate until = course.promised().orElseThrow();
        if (now.isAfter(until.at())) {
            return overdue(course, firstPromise, plan, now);
        }
        boolean isSooner =
                course.toldBefore().filter(told -> until.at().isBefore(told.at())).isPresent();
        Optional<Instant> personFrom =
                firstPromise
                        .filter(first -> !until.at().isBefore(first.plus(plan.followUpAfter())))
                        .map(_ -> course.since());
        return Optional.of(new Delayed(until, isSooner, personFrom));
    }

    private static Optional<News> overdue(
            Course course, Optional<Instant> firstPromise, NewsPlan plan, Instant now) {
        return course.promised()
                .filter(date -> !now.isBefore(date.at().plus(plan.overdueAfter())))
                .filter(date -> now.isBefore(date.at().plus(plan.latestAfter())))
                .map(date -> new Overdue(date, personFrom(date, firstPromise, plan)));
    }

    private static Instant personFrom(
            DeliveryDate date, Optional<Instant> firstPromise, NewsPlan plan) {
        Instant overdueFrom = date.at().plus(plan.overdueAfter());
        return firstPromise
                .map(first -> first.plus(plan.followUpAfter()))
                .filter(overdueFrom::isBefore)
                .orElse(overdueFrom);
    }
}
