package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.DeliveryDate;
import dev.doorstep.surveys.OrderStory;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to an order.
 *
 * @param date what was promised then, if something was
 */
public record StoryLine(Moment at, String what, Optional<Moment> date) {

    /** The first thing first. */
    static List<StoryLine> all(
            FollowUp followUp, Optional<OrderSurveys> order, Programme programme, Frame frame) {
        List<Happened> all = new ArrayList<>();
        order.ifPresent(known -> addTo(all, known, programme));
        all.add(new Happened(followUp.openedAt(), "answered", Optional.empty()));
        ZoneId zone = followUp.customer().customer().zone();
        return all.stream()
                .sorted(Comparator.comparing(Happened::at))
                .map(
                        happened ->
                                new StoryLine(
                                        frame.moment(happened.at()),
                                        frame.text("story." + happened.what()),
                                        happened.date().map(date -> frame.moment(date, zone))))
                .toList();
    }

    private static void addTo(List<Happened> all, OrderSurveys order, Programme programme) {
        for (OrderStory.Step step : OrderStory.of(order.facts(), programme).steps()) {
            all.add(new Happened(step.at(), step.what().id(), step.date().map(DeliveryDate::at)));
        }
        for (Survey survey : order.surveys().values()) {
            survey.sentAt().ifPresent(at -> all.add(new Happened(at, "asked", Optional.empty())));
        }
    }

    private record Happened(Instant at, String what, Optional<Instant> date) {}
}
