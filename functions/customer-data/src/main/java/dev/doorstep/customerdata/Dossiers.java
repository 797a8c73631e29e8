package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.customerdata.Answers.Answered;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of an order in all tables. It is outdated only as a whole: while a case is open, or
 * anything is young, who is looking after it needs all of it. Safe for use by several threads.
 */
final class Dossiers {
    private final Surveys surveys;
    private final Answers answers;
    private final Clock clock;

    Dossiers(Surveys surveys, Answers answers, Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.answers = requireNonNull(answers, "answers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * What is to be erased of an order; empty if nothing is, or something of it happened since.
     *
     * @param before the moment since which nothing happened to what is outdated
     */
    Optional<Found> find(OrderId id, Instant before) {
        return outdated(id, before).map(dossier -> found(id, dossier));
    }

    private Found found(OrderId id, Dossier dossier) {
        Found.Collector collector = new Found.Collector();
        dossier.order().map(Surveys::item).ifPresent(row -> collector.row(Kept.SURVEYS, row));
        dossier.answers().values().forEach(answered -> answers.collect(answered, collector));
        return collector.found(id.value());
    }

    /** Erases what {@link #find} finds, and nothing that happens meanwhile. */
    void erase(OrderId id, Instant before) {
        outdated(id, before).ifPresent(dossier -> erase(id, dossier, before));
    }

    /** As by an erasure, the order's own row goes last. */
    private void erase(OrderId id, Dossier dossier, Instant before) {
        for (SurveyId survey : dossier.answers().keySet()) {
            answers.erase(
                    survey,
                    reply -> reply.endedBefore(before),
                    followUp -> followUp.endedBefore(before),
                    clock.instant());
        }
        surveys.eraseEndedBefore(id, before, clock.instant());
    }

    private Optional<Dossier> outdated(OrderId id, Instant before) {
        return Optional.of(read(id))
                .filter(dossier -> dossier.endedBefore(before))
                .map(Dossier::unerased)
                .filter(dossier -> !dossier.isEmpty());
    }

    private Dossier read(OrderId id) {
        Map<SurveyId, Answered> answered = new LinkedHashMap<>();
        SurveyId.allOf(id).forEach(survey -> answered.put(survey, answers.find(survey)));
        return new Dossier(surveys.find(id), answered);
    }

    private record Dossier(Optional<OrderSurveys> order, Map<SurveyId, Answered> answers) {

        private Dossier {
            answers = Map.copyOf(answers);
        }

        boolean endedBefore(Instant moment) {
            return order.stream().allMatch(o -> o.endedBefore(moment))
                    && answers.values().stream().allMatch(a -> a.endedBefore(moment));
        }

        /** What of it still says something of a person. */
        Dossier unerased() {
            Map<SurveyId, Answered> left = new LinkedHashMap<>();
            answers.forEach((survey, answered) -> left.put(survey, answered.unerased()));
            left.values().removeIf(Answered::isEmpty);
            return new Dossier(order.filter(OrderSurveys::namesSomebody), left);
        }

        boolean isEmpty() {
            return order.isEmpty() && answers.isEmpty();
        }
    }
}
