package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.DayPart;
import dev.doorstep.scores.Scores;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is behind a figure, the latest days first, a page at a time. What a page costs depends
 * on its days, not on how much there is behind other figures. Safe for use by several threads.
 */
final class Behind {
    private static final int PAGE = 50;
    private static final int PART = 200;

    /** A survey is filed under the day of its order's first decision, which is before its mail. */
    private static final int MOST_DAYS_BEFORE_A_SURVEY = 60;

    private final Scores scores;
    private final Replies replies;

    Behind(Scores scores, Replies replies) {
        this.scores = requireNonNull(scores, "scores is null");
        this.replies = requireNonNull(replies, "replies is null");
    }

    /**
     * The next of what is behind a figure.
     *
     * @param after the place that the page before ended at
     */
    Found find(BehindRequest asked, Optional<Place> after) {
        List<Counted> found = new ArrayList<>();
        for (LocalDate day : days(asked)) {
            if (after.filter(place -> day.isAfter(place.day())).isPresent()) {
                continue;
            }
            DayPart.From from =
                    after.filter(place -> place.day().equals(day))
                            .map(place -> DayPart.From.after(place.id()))
                            .orElseGet(DayPart.From::start);
            find(asked, day, from, found);
            if (found.size() > PAGE) {
                return new Found(
                        found.subList(0, PAGE), Optional.of(Place.of(found.get(PAGE - 1))));
            }
        }
        return new Found(found, Optional.empty());
    }

    /** Goes on through a day until there is one more than a page has. */
    private void find(BehindRequest asked, LocalDate day, DayPart.From begin, List<Counted> found) {
        Optional<DayPart.From> from = Optional.of(begin);
        while (from.isPresent() && found.size() <= PAGE) {
            DayPart part = scores.behind(asked.filedUnder(), day, from.get(), PART);
            part.things().stream().filter(asked::includes).forEach(found::add);
            from = part.next();
        }
    }

    /** The replies themselves, in the same order; those that are there no more are absent. */
    Map<Counted, Reply> replies(List<Counted> things) {
        return CountedAnswers.find(replies, things);
    }

    /** The days under which some may be filed, the latest first. */
    private List<LocalDate> days(BehindRequest asked) {
        List<LocalDate> days =
                switch (asked.kind()) {
                    case REPLIES, CASES -> counted(asked);
                    case SURVEYS -> before(asked.days());
                };
        return days.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private List<LocalDate> counted(BehindRequest asked) {
        return scores
                .read(asked.about(), asked.dimension(), asked.days().first(), asked.days().last())
                .stream()
                .filter(day -> asked.isIn(day.byValue()))
                .map(DayCounts::day)
                .toList();
    }

    private static List<LocalDate> before(Days days) {
        LocalDate first = days.first().minusDays(MOST_DAYS_BEFORE_A_SURVEY);
        return new Days(first, days.last()).byDay().stream().map(Days::first).toList();
    }

    /** One page, and where the next begins if there is more. */
    record Found(List<Counted> things, Optional<Place> next) {

        Found {
            things = List.copyOf(things);
            requireNonNull(next, "next is null");
        }
    }

    /** The last thing of a page. */
    record Place(LocalDate day, String id) {

        Place {
            requireNonNull(day, "day is null");
            requireNonNull(id, "id is null");
        }

        static Place of(Counted thing) {
            return new Place(thing.day(), thing.id());
        }
    }
}
