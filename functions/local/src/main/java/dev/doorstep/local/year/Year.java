package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.OrderSurveys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * A made-up year of a shop: what the tables would hold, had the functions lived through it. All
 * cases are closed, so that nobody has to act on them.
 *
 * @param first of its days
 * @param last of its days, which is the day before it was made up
 * @param cases of those who needed somebody
 */
record Year(
        LocalDate first,
        LocalDate last,
        List<OrderSurveys> orders,
        List<Reply> replies,
        List<FollowUp> cases) {

    Year {
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        orders = List.copyOf(orders);
        replies = List.copyOf(replies);
        cases = List.copyOf(cases);
    }

    /** The same for the same options, programme and day. */
    static Year of(YearOptions options, Programme programme, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), programme.zone());
        Chance chance = new Chance(options.seed());
        Shopping shopping = new Shopping(options, programme.zone(), today.minusDays(1), chance);
        YearPlay play =
                new YearPlay(programme, today.atStartOfDay(programme.zone()).toInstant(), chance);
        for (int number = 1; number <= options.orders(); number++) {
            play.add(shopping.order(number));
        }
        play.play();
        return new Year(
                shopping.firstDay(),
                today.minusDays(1),
                List.copyOf(play.orders()),
                List.copyOf(play.replies()),
                List.copyOf(play.cases()));
    }
}
