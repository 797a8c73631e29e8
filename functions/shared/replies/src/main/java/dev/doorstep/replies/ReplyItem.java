package dev.doorstep.replies;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A reply as an item of the table. */
final class ReplyItem {
    static final String SURVEY_ID = "surveyId";
    static final String VERSION = "version";
    static final String SIGNALS = "signals";

    private static final String METRIC = "metric";
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
    private static final String LETTERS = "letters";
    private static final String LOCALE = "locale";
    private static final String RECORDED_BY = "recordedBy";
    private static final String STARTED_AT = "startedAt";

    private static final Set<String> ERASABLE =
            Set.of(COMMENT, CONTACT_WISH, SEVERITY, EDIT_KEY_HASH, PRESS_HASH, LETTERS);

    private ReplyItem() {}

    /** The attributes of its item that an erasure would take out. */
    static List<String> erasable(Reply reply) {
        return of(reply).attributes().keySet().stream()
                .filter(ERASABLE::contains)
                .sorted()
                .toList();
    }

    static Item of(Reply reply) {
        return AnswerItem.write(Item.builder(), reply.answer())
                .with(SURVEY_ID, reply.survey().toString())
                .with(METRIC, reply.metric().name())
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
                .withItems(LETTERS, reply.letters().stream().map(LetterItem::of).toList())
                .withString(LOCALE, reply.locale().map(Locale::toLanguageTag))
                .withString(RECORDED_BY, reply.recordedBy())
                .withInstant(STARTED_AT, startedBefore(reply))
                .build();
    }

    /** Of most replies it is when they were recorded. */
    private static Optional<Instant> startedBefore(Reply reply) {
        return Optional.of(reply.startedAt()).filter(at -> !at.equals(reply.recordedAt()));
    }

    static Reply read(Item item) {
        return new Reply(
                SurveyId.parse(item.string(SURVEY_ID)),
                Metric.valueOf(item.string(METRIC)),
                AnswerItem.read(item),
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
                item.items(LETTERS).stream().map(LetterItem::read).toList(),
                item.findString(LOCALE).map(Locale::forLanguageTag),
                item.findString(RECORDED_BY),
                item.findInstant(STARTED_AT).orElseGet(() -> item.instant(RECORDED_AT)));
    }

    private static Item of(Reply.Earlier earlier) {
        return AnswerItem.write(Item.builder(), earlier.answer())
                .with(VERSION, earlier.version())
                .with(EVIDENCE, earlier.evidence().id())
                .with(AT, earlier.at())
                .build();
    }

    private static Reply.Earlier earlier(Item item) {
        return new Reply.Earlier(
                (int) item.number(VERSION),
                AnswerItem.read(item),
                Evidence.of(item.string(EVIDENCE)),
                item.instant(AT));
    }
}
