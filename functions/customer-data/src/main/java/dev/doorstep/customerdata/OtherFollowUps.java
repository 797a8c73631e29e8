package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.EarlierCase;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.SurveyId;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of a customer whose order names somebody else by now, with their replies. */
final class OtherFollowUps implements Holding<Customer> {
    private final FollowUps followUps;
    private final Answers answers;
    private final Clock clock;

    OtherFollowUps(FollowUps followUps, Answers answers, Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        return new Found.Page(
                followUps.ofContact(customer.contact().value()).stream()
                        .map(EarlierCase::id)
                        .filter(id -> !customer.hasOrder(id))
                        .map(this::found)
                        .toList(),
                Optional.empty());
    }

    private Found found(SurveyId id) {
        Found.Collector collector = new Found.Collector();
        surveys(id).forEach(survey -> answers.collect(survey, collector));
        return collector.found(id.toString());
    }

    /** The one that led to the case, and the one whether it was put right. */
    private static Stream<SurveyId> surveys(SurveyId id) {
        return Stream.of(id, new SurveyId(id.order(), Touchpoint.FOLLOW_UP)).distinct();
    }

    @Override
    public void erase(Customer customer, String name) {
        surveys(SurveyId.parse(name)).forEach(survey -> answers.erase(survey, clock.instant()));
    }
}
