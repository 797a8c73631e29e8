package dev.doorstep.insights;

import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Orders and replies to them. */
final class Samples {
    static final Programme PROGRAMME = Programme.load(new Environment(Map.of()));
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private Samples() {}

    /** An order that came a day and an hour late. */
    static OrderSurveys order(String id, String carrier, String country, String... productGroups) {
        Instant promised = Instant.parse("2026-11-20T10:00:00Z");
        return order(
                id,
                carrier,
                Optional.of(country),
                List.of(productGroups),
                Optional.of(promised),
                Optional.of(promised.plusSeconds(25 * 3600)));
    }

    static OrderSurveys order(
            String id,
            String carrier,
            Optional<String> country,
            List<String> productGroups,
            Optional<Instant> promisedAt,
            Optional<Instant> deliveredAt) {
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        "event-" + id,
                        EventType.DELIVERED,
                        NOW.minusSeconds(3600),
                        new OrderId(id),
                        new OrderData(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Locale.GERMANY),
                                Optional.of(ZoneId.of("Europe/Berlin")),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(carrier),
                                promisedAt,
                                deliveredAt,
                                Optional.empty(),
                                Optional.empty(),
                                country,
                                productGroups));
        return new Decisions(PROGRAMME)
                .onEvent(event, OrderSurveys.unknown(event.order()), Optional.empty(), NOW)
                .order();
    }

    /** The order with its survey about a touchpoint in this state. */
    static OrderSurveys in(OrderSurveys order, Touchpoint touchpoint, Survey.State state) {
        SurveyId id = new SurveyId(order.facts().order(), touchpoint);
        return order.with(
                new Survey(
                        id,
                        Metric.NPS,
                        NOW,
                        state,
                        Optional.empty(),
                        touchpoint == Touchpoint.FOLLOW_UP
                                ? Optional.of(new SurveyId(id.order(), Touchpoint.DELIVERY))
                                : Optional.empty()));
    }

    /** A case of a customer who scored so. */
    static FollowUp followUp(String survey, int score, Instant openedAt) {
        Attention attention = new Attention(Severity.NORMAL, openedAt);
        return FollowUp.open(
                reply(survey, 1, new Answer.Score(score), Evidence.CONFIRMED, openedAt, List.of()),
                attention,
                promise(openedAt),
                new CustomerSummary(
                        new Customer(
                                Optional.empty(),
                                Optional.empty(),
                                Locale.GERMANY,
                                ZoneId.of("Europe/Berlin"),
                                Optional.empty()),
                        List.of()),
                openedAt);
    }

    /** To be in touch within a day. */
    static Promise promise(Instant from) {
        Instant by = from.plus(Duration.ofDays(1));
        return new Promise(from, by, by);
    }

    static Reply reply(String survey, int version, int score) {
        return reply(survey, version, new Answer.Score(score), Evidence.CONFIRMED, NOW, List.of());
    }

    static Reply reply(
            String survey,
            int version,
            Answer answer,
            Evidence evidence,
            Instant recordedAt,
            List<String> reasons) {
        return reply(survey, version, answer, evidence, recordedAt, reasons, recordedAt);
    }

    static Reply reply(
            String survey,
            int version,
            Answer answer,
            Evidence evidence,
            Instant recordedAt,
            List<String> reasons,
            Instant startedAt) {
        return new Reply(
                SurveyId.parse(survey),
                Metric.NPS,
                answer,
                reasons,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                evidence,
                recordedAt,
                recordedAt,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                startedAt);
    }

    static Reply withComment(Reply reply, String comment) {
        return new Reply(
                reply.survey(),
                reply.metric(),
                reply.answer(),
                reply.reasons(),
                Optional.of(comment),
                reply.contactWish(),
                reply.channel(),
                reply.evidence(),
                reply.recordedAt(),
                reply.changedAt(),
                reply.version(),
                reply.attention(),
                reply.editKeyHash(),
                reply.pressHash(),
                reply.earlier(),
                reply.signals(),
                reply.letters(),
                reply.locale(),
                reply.recordedBy(),
                reply.startedAt());
    }

    static Programme withDigestTo(List<String> addresses) {
        return new Programme(
                PROGRAMME.shop(),
                PROGRAMME.address(),
                PROGRAMME.locale(),
                PROGRAMME.zone(),
                PROGRAMME.touchpoints(),
                PROGRAMME.anyCap(),
                PROGRAMME.sameTouchpointCap(),
                PROGRAMME.sendingHours(),
                PROGRAMME.editWindow(),
                PROGRAMME.minimumPressTime(),
                PROGRAMME.support(),
                PROGRAMME.news(),
                PROGRAMME.retention(),
                addresses);
    }
}
