package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.Optional;

/** A survey as a map within the item of its order. */
final class SurveyItem {
    private static final String TOUCHPOINT = "touchpoint";
    private static final String STATE = "state";
    private static final String AT = "at";

    private static final String METRIC = "metric";
    private static final String DUE_AT = "dueAt";
    private static final String REASON = "reason";
    private static final String SES_MESSAGE_ID = "sesMessageId";
    private static final String DECIDED_AT = "decidedAt";
    private static final String DECISION = "decision";
    private static final String FOLLOW_UP = "followUp";
    private static final String PLANNED = "planned";
    private static final String SENDING = "sending";
    private static final String SENT = "sent";
    private static final String BOUNCED = "bounced";
    private static final String SENT_AT = "sentAt";
    private static final String SKIPPED = "skipped";
    private static final String EXPIRED = "expired";

    private SurveyItem() {}

    static Item of(Survey survey) {
        Item.Builder item =
                Item.builder()
                        .with(TOUCHPOINT, survey.touchpoint().id())
                        .with(METRIC, survey.metric().name())
                        .with(DUE_AT, survey.dueAt())
                        .withString(FOLLOW_UP, survey.followUp().map(SurveyId::toString));
        survey.decided()
                .ifPresent(
                        decided ->
                                item.with(DECIDED_AT, decided.at())
                                        .with(DECISION, DecisionItem.of(decided.decision())));
        return withState(item, survey.state()).build();
    }

    static Survey read(OrderId order, Item item) {
        return new Survey(
                new SurveyId(order, Touchpoint.of(item.string(TOUCHPOINT))),
                Metric.valueOf(item.string(METRIC)),
                item.instant(DUE_AT),
                state(item),
                decided(item),
                item.findString(FOLLOW_UP).map(SurveyId::parse));
    }

    private static Item.Builder withState(Item.Builder item, Survey.State state) {
        return switch (state) {
            case Survey.State.Planned _ -> item.with(STATE, PLANNED);
            case Survey.State.Sending sending ->
                    item.with(STATE, SENDING).with(AT, sending.since());
            case Survey.State.Sent sent ->
                    item.with(STATE, SENT)
                            .with(AT, sent.at())
                            .with(SES_MESSAGE_ID, sent.sesMessageId());
            case Survey.State.Bounced bounced ->
                    item.with(STATE, BOUNCED)
                            .with(AT, bounced.at())
                            .with(SENT_AT, bounced.sentAt());
            case Survey.State.Skipped skipped ->
                    item.with(STATE, SKIPPED)
                            .with(AT, skipped.at())
                            .with(REASON, skipped.reason().id());
            case Survey.State.Expired expired -> item.with(STATE, EXPIRED).with(AT, expired.at());
        };
    }

    private static Survey.State state(Item item) {
        return switch (item.string(STATE)) {
            case PLANNED -> new Survey.State.Planned();
            case SENDING -> new Survey.State.Sending(item.instant(AT));
            case SENT -> new Survey.State.Sent(item.instant(AT), item.string(SES_MESSAGE_ID));
            case BOUNCED -> new Survey.State.Bounced(item.instant(SENT_AT), item.instant(AT));
            case SKIPPED ->
                    new Survey.State.Skipped(item.instant(AT), Reason.of(item.string(REASON)));
            case EXPIRED -> new Survey.State.Expired(item.instant(AT));
            default -> throw new IllegalStateException("survey is in an unknown state");
        };
    }

    private static Optional<Survey.WhenDue> decided(Item item) {
        return item.findItem(DECISION)
                .map(
                        decision ->
                                new Survey.WhenDue(
                                        item.instant(DECIDED_AT), DecisionItem.read(decision)));
    }
}
