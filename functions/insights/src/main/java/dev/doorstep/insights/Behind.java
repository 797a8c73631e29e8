package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Unavailable;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.DayPart;
import dev.doorstep.scores.Scores;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds what is behind a figure, the latest days first, a page at a time. All that is filed under a
 * day is looked at: where a figure is rare among much, or long ago, a page ends before it is full,
 * and the next goes on from there. Safe for use by several threads.
 */
final class Behind {
    private static final int PAGE = 50;
    private static final int PART = 200;

    /** Of some ten milliseconds each. */
    private static final int MOST_LOOKS = 500;

    /** A survey is filed under the day of its order's first decision, which is before its mail. */
    private static final int MOST_DAYS_BEFORE_A_SURVEY = 366;

    private final Scores scores;
    private final Replies replies;
    private final int mostLooks;

    Behind(Scores scores, Replies replies) {
        this(scores, replies, MOST_LOOKS);
    }

    /**
     * @param mostLooks how often the table is asked for one page, one time after the other
     */
    Behind(Scores scores, Replies replies, int mostLooks) {
        this.scores = requireNonNull(scores, "scores is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.mostLooks = mostLooks;
    }

    /**
     * The next of what is behind a figure.
     *
     * @param after the place that the page before ended at
     */
    Found find(BehindRequest asked, Optional<Place> after) {
        List<DayCounts> counted =
                scores.read(
                        asked.about(),
                        asked.dimension(),
                        asked.days().first(),
                        asked.days().last());
        long all = counted.stream().mapToLong(day -> asked.number(day.byValue())).sum();
        Search search = new Search(asked, after.isPresent() ? Long.MAX_VALUE : all);
        for (LocalDate day : days(asked, counted)) {
            if (after.stream().noneMatch(place -> day.isAfter(place.day()))) {
                search.look(day, after.flatMap(place -> place.on(day)));
            }
        }
        return search.found();
    }

    /** The replies themselves, in the same order; those that are there no more are absent. */
    Map<Counted, Reply> replies(List<Counted> things) {
        return CountedAnswers.find(replies, things);
    }

    /** The days under which some may be filed, the latest first. */
    private static List<LocalDate> days(BehindRequest asked, List<DayCounts> counted) {
        return switch (asked.kind()) {
            case REPLIES, CASES ->
                    counted.stream()
                            .filter(day -> asked.number(day.byValue()) > 0)
                            .map(DayCounts::day)
                            .toList()
                            .reversed();
            case SURVEYS -> before(asked.days());
        };
    }

    private static List<LocalDate> before(Days days) {
        LocalDate first = days.first().minusDays(MOST_DAYS_BEFORE_A_SURVEY);
        return new Days(first, days.last()).byDay().stream().map(Days::first).toList().reversed();
    }

    /** For one page. */
    private final class Search {
        private final BehindRequest asked;
        private final long all;
        private final List<Counted> found = new ArrayList<>();
        private Optional<Place> next = Optional.empty();
        private int looks;

        /**
         * @param all how many there are to be found
         */
        Search(BehindRequest asked, long all) {
            this.asked = asked;
            this.all = all;
        }

        Found found() {
            return new Found(found, next);
        }

        /** Looks through a day, unless all is found, or the page ends before it. */
        void look(LocalDate day, Optional<String> after) {
            if (next.isPresent() || found.size() >= all) {
                return;
            }
            if (looks >= mostLooks) {
                next = Optional.of(new Place(day, after));
                return;
            }
            looks++;
            DayPart.From from = after.map(DayPart.From::after).orElseGet(DayPart.From::start);
            for (DayPart part : firstParts(day, from)) {
                if (next.isEmpty()) {
                    goThrough(day, part);
                }
            }
        }

        /** A partition, from a part of it on. */
        private void goThrough(LocalDate day, DayPart first) {
            DayPart part = first;
            take(part.things());
            while (next.isEmpty() && part.next().filter(DayPart.From::isWithin).isPresent()) {
                if (looks++ >= mostLooks) {
                    next = Optional.of(Place.of(part.things().getLast()));
                    return;
                }
                part = scores.behind(asked.filedUnder(), day, part.next().orElseThrow(), PART);
                take(part.things());
            }
        }

        private void take(List<Counted> things) {
            for (Counted thing : things) {
                if (next.isEmpty() && asked.includes(thing)) {
                    if (found.size() == PAGE) {
                        next = Optional.of(Place.of(found.getLast()));
                    } else {
                        found.add(thing);
                    }
                }
            }
        }

        /** Of each partition of the day, all asked for at once. */
        private List<DayPart> firstParts(LocalDate day, DayPart.From from) {
            List<Callable<DayPart>> lookups = new ArrayList<>();
            for (DayPart.From start : from.andLaterPartitions()) {
                lookups.add(() -> scores.behind(asked.filedUnder(), day, start, PART));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<DayPart> parts = new ArrayList<>();
                for (Future<DayPart> part : threads.invokeAll(lookups)) {
                    parts.add(part.get());
                }
                return parts;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("the search was interrupted", e);
            }
        }
    }

    /** One page, and where the next begins if there may be more. */
    record Found(List<Counted> things, Optional<Place> next) {

        Found {
            things = List.copyOf(things);
            requireNonNull(next, "next is null");
        }
    }

    /**
     * Where a page goes on.
     *
     * @param after the last thing of the day that was looked at; empty at the day's beginning
     */
    record Place(LocalDate day, Optional<String> after) {

        Place {
            requireNonNull(day, "day is null");
            requireNonNull(after, "after is null");
        }

        private static Place of(Counted thing) {
            return new Place(thing.day(), Optional.of(thing.id()));
        }

        private Optional<String> on(LocalDate other) {
            return after.filter(_ -> day.equals(other));
        }
    }
}
