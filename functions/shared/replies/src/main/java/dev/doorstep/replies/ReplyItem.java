package dev.doorstep.replies;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import java.util.Locale;
import java.util.Optional;

/** A reply as an item of the table. */
final class ReplyItem {
    static final String SURVEY_ID = "surveyId";
    static final String VERSION = "version";
    static final String SIGNALS = "signals";

    private static final String METRIC = "metric";
    private static final String SCORE = "score";
    private static final String REASONS = "reasons";
    private static final String COMMENT = "comment";
    private static final String CONTACT_WISH = "contactWish";
    private static final String CHANNEL = "channel";
    private static final String EVIDENCE = "evidence";
    private static final String RECORDED_AT = "recordedAt";
    private static final String CHANGED_AT = "changedAt";
    private static final String SEVERITY = "severity";
    private static final String SEVERE_SINCE = "severeSince";
    private static final String EDIT_KEY_HASH = "editKeyHash";
    private static final String PRESS_HASH = "pressHash";
    private static final String EARLIER = "earlier";
    private static final String AT = "at";
    private static final String LOCALE = "locale";

    private ReplyItem() {}

    static Item of(Reply reply) {
        return Item.builder()
                .with(SURVEY_ID, reply.survey().toString())
                .with(METRIC, reply.metric().name())
                .withNumber(SCORE, score(reply.answer()))
                .withStrings(REASONS, reply.reasons())
                .withString(COMMENT, reply.comment())
                .withString(CONTACT_WISH, reply.contactWish().map(ContactChannel::id))
                .with(CHANNEL, reply.channel().id())
                .with(EVIDENCE, reply.evidence().id())
                .with(RECORDED_AT, reply.recordedAt())
                .with(CHANGED_AT, reply.changedAt())
                .with(VERSION, reply.version())
                .withString(SEVERITY, reply.attention().map(a -> a.severity().id()))
                .withInstant(SEVERE_SINCE, reply.attention().map(Attention::since))
                .withString(EDIT_KEY_HASH, reply.editKeyHash())
                .withString(PRESS_HASH, reply.pressHash())
                .withItems(EARLIER, reply.earlier().stream().map(ReplyItem::of).toList())
                .with(SIGNALS, reply.signals())
                .withString(LOCALE, reply.locale().map(Locale::toLanguageTag))
                .build();
    }

    static Reply read(Item item) {
        return new Reply(
                SurveyId.parse(item.string(SURVEY_ID)),
                Metric.valueOf(item.string(METRIC)),
                answer(item),
                item.strings(REASONS),
                item.findString(COMMENT),
                item.findString(CONTACT_WISH).map(ContactChannel::of),
                Channel.of(item.string(CHANNEL)),
                Evidence.of(item.string(EVIDENCE)),
                item.instant(RECORDED_AT),
                item.instant(CHANGED_AT),
                (int) item.number(VERSION),
                item.findString(SEVERITY)
                        .map(id -> new Attention(Severity.of(id), item.instant(SEVERE_SINCE))),
                item.findString(EDIT_KEY_HASH),
                item.findString(PRESS_HASH),
                item.items(EARLIER).stream().map(ReplyItem::earlier).toList(),
                item.findNumber(SIGNALS).map(Long::intValue).orElse(0),
                item.findString(LOCALE).map(Locale::forLanguageTag));
    }

    private static Item of(Reply.Earlier earlier) {
        return Item.builder()
                .with(VERSION, earlier.version())
                .withNumber(SCORE, score(earlier.answer()))
                .with(EVIDENCE, earlier.evidence().id())
                .with(AT, earlier.at())
                .build();
    }

    private static Reply.Earlier earlier(Item item) {
        return new Reply.Earlier(
                (int) item.number(VERSION),
                answer(item),
                Evidence.of(item.string(EVIDENCE)),
                item.instant(AT));
    }

    /** A parcel that has not come has no score. */
    private static Optional<Long> score(Answer answer) {
        return switch (answer) {
            case Answer.Score score -> Optional.of((long) score.value());
            case Answer.NotReceived _ -> Optional.empty();
        };
    }

    private static Answer answer(Item item) {
        return item.findNumber(SCORE)
                .<Answer>map(score -> new Answer.Score(score.intValue()))
                .orElse(new Answer.NotReceived());
    }
}
