package dev.doorstep.followups;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.AnswerItem;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.LetterItem;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.SurveyId;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** A follow-up as an item of the table. */
final class FollowUpItem {
    static final String FOLLOW_UP_ID = "followUpId";
    static final String STATE = "state";
    static final String PLACE = "place";
    static final String VERSION = "version";
    static final String RESOLVED_IN = "resolvedIn";
    static final String CONTACT_ID = "contactId";
    static final String OPENED_AT = "openedAt";

    private static final String PROMISES = "promises";
    private static final String MADE_AT = "madeAt";
    private static final String WARN_AT = "warnAt";
    private static final String WARNED_AT = "warnedAt";
    private static final String BY = "by";
    private static final String FATE = "fate";
    private static final String ENDED_AT = "endedAt";
    private static final String MAILS = "mails";
    private static final String MAIL = "mail";
    private static final String CHANNEL = "channel";
    private static final String SEVERITY = "severity";
    private static final String CONTACTED_AT = "contactedAt";
    private static final String HINTED = "hinted";
    private static final String CLAIM = "claim";
    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String RESOLUTION = "resolution";
    private static final String OUTCOME = "outcome";
    private static final String RULE = "rule";
    private static final String SUGGESTED = "suggested";
    private static final String DONE = "done";
    private static final String ROOT_CAUSE = "rootCause";
    private static final String VERDICT = "verdict";
    private static final String RECOVERY = "recovery";
    private static final String SCORE = "score";
    private static final String HISTORY = "history";
    private static final String AT = "at";
    private static final String WHAT = "what";
    private static final String TEXT = "text";
    private static final String AGENT_ID = "agentId";
    private static final String AGENT_NAME = "agentName";
    private static final String AGENT_ADDRESS = "agentAddress";
    private static final String REPLY = "reply";
    private static final String METRIC = "metric";
    private static final String REASONS = "reasons";
    private static final String PROMISED_AT = "promisedAt";
    private static final String COMMENT = "comment";
    private static final String CONTACT_WISH = "contactWish";
    private static final String LETTERS = "letters";
    private static final String CUSTOMER = "customer";
    private static final String ADDRESS = "address";
    private static final String NAME = "name";
    private static final String LOCALE = "locale";
    private static final String ZONE = "zone";
    private static final String PHONE = "phone";
    private static final String ITEMS = "items";

    private FollowUpItem() {}

    static Item of(FollowUp followUp) {
        Item.Builder item =
                Item.builder()
                        .with(FOLLOW_UP_ID, followUp.id().toString())
                        .with(STATE, followUp.state().id())
                        .with(SEVERITY, followUp.severity().id())
                        .with(OPENED_AT, followUp.openedAt())
                        .with(PROMISED_AT, followUp.promisedAt())
                        .with(PLACE, place(followUp))
                        .withItems(
                                PROMISES,
                                followUp.ledger().promises().stream()
                                        .map(FollowUpItem::promise)
                                        .toList())
                        .with(REPLY, reply(followUp.reply()))
                        .with(CUSTOMER, customer(followUp.customer()))
                        .withString(CONTACT_ID, followUp.customer().contactId())
                        .withString(
                                RESOLVED_IN,
                                followUp.resolution().map(end -> Week.of(end.at()).toString()))
                        .withInstant(CONTACTED_AT, followUp.contactedAt())
                        .withItems(
                                HISTORY,
                                followUp.history().entries().stream()
                                        .map(FollowUpItem::entry)
                                        .toList())
                        .with(MAILS, followUp.mails())
                        .with(HINTED, followUp.hinted())
                        .with(VERSION, followUp.version());
        followUp.claim().ifPresent(claim -> item.with(CLAIM, claim(claim)));
        followUp.resolution().ifPresent(end -> item.with(RESOLUTION, resolution(end)));
        followUp.verdict().ifPresent(verdict -> item.with(VERDICT, verdict(verdict)));
        followUp.recovery().ifPresent(recovery -> item.with(RECOVERY, recovery(recovery)));
        return item.build();
    }

    static FollowUp read(Item item) {
        return new FollowUp(
                SurveyId.parse(item.string(FOLLOW_UP_ID)),
                FollowUpState.of(item.string(STATE)),
                Severity.of(item.string(SEVERITY)),
                item.instant(OPENED_AT),
                new Ledger(item.items(PROMISES).stream().map(FollowUpItem::promise).toList()),
                reply(item.findItem(REPLY).orElseThrow()),
                customer(item.findItem(CUSTOMER).orElseThrow(), item.findString(CONTACT_ID)),
                item.findItem(CLAIM).map(FollowUpItem::claim),
                item.findInstant(CONTACTED_AT),
                item.findItem(RESOLUTION).map(FollowUpItem::resolution),
                item.findItem(VERDICT).map(FollowUpItem::verdict),
                item.findItem(RECOVERY).map(FollowUpItem::recovery),
                new History(item.items(HISTORY).stream().map(FollowUpItem::entry).toList()),
                (int) item.number(MAILS),
                item.isTrue(HINTED),
                item.number(VERSION));
    }

    /** Among those of its state: urgent ones first, then by promise; what has ended, by its end. */
    private static String place(FollowUp followUp) {
        return followUp.state().hasEnded()
                ? Item.format(
                        followUp.resolution().map(Resolution::at).orElseGet(followUp::promisedAt))
                : rank(followUp.severity()) + Item.format(followUp.promisedAt());
    }

    private static String rank(Severity severity) {
        return switch (severity) {
            case URGENT -> "1#";
            case NORMAL -> "2#";
        };
    }

    private static Item promise(Promise promise) {
        return Item.builder()
                .with(MADE_AT, promise.madeAt())
                .with(WARN_AT, promise.warnAt())
                .with(BY, promise.by())
                .withInstant(WARNED_AT, promise.warnedAt())
                .withString(FATE, promise.end().map(Promise.End::fate).map(Promise.Fate::id))
                .withInstant(ENDED_AT, promise.end().map(Promise.End::at))
                .build();
    }

    private static Promise promise(Item item) {
        return new Promise(
                item.instant(MADE_AT),
                item.instant(WARN_AT),
                item.instant(BY),
                item.findInstant(WARNED_AT),
                item.findString(FATE)
                        .map(
                                fate ->
                                        new Promise.End(
                                                Promise.Fate.of(fate), item.instant(ENDED_AT))));
    }

    private static Item reply(ReplySummary reply) {
        return AnswerItem.write(Item.builder(), reply.answer())
                .with(METRIC, reply.metric().name())
                .withStrings(REASONS, reply.reasons())
                .withString(COMMENT, reply.comment())
                .withString(CONTACT_WISH, reply.contactWish().map(ContactChannel::id))
                .withItems(LETTERS, reply.letters().stream().map(LetterItem::of).toList())
                .with(VERSION, reply.version())
                .build();
    }

    private static ReplySummary reply(Item item) {
        return new ReplySummary(
                Metric.valueOf(item.string(METRIC)),
                AnswerItem.read(item),
                item.strings(REASONS),
                item.findString(COMMENT),
                item.findString(CONTACT_WISH).map(ContactChannel::of),
                item.items(LETTERS).stream().map(LetterItem::read).toList(),
                (int) item.number(VERSION));
    }

    private static Item verdict(Verdict verdict) {
        return Item.builder().with(REPLY, reply(verdict.reply())).with(AT, verdict.at()).build();
    }

    private static Verdict verdict(Item item) {
        return new Verdict(reply(item.findItem(REPLY).orElseThrow()), item.instant(AT));
    }

    private static Item recovery(Recovery recovery) {
        return Item.builder()
                .with(METRIC, recovery.metric().name())
                .with(SCORE, recovery.score())
                .with(AT, recovery.at())
                .build();
    }

    private static Recovery recovery(Item item) {
        return new Recovery(
                Metric.valueOf(item.string(METRIC)), (int) item.number(SCORE), item.instant(AT));
    }

    private static Item customer(CustomerSummary summary) {
        Customer customer = summary.customer();
        return Item.builder()
                .withString(ADDRESS, customer.address())
                .withString(NAME, customer.name())
                .with(LOCALE, customer.locale().toLanguageTag())
                .with(ZONE, customer.zone().getId())
                .withString(PHONE, customer.phone())
                .withStrings(ITEMS, summary.items())
                .build();
    }

    /** A case as the index of a customer's cases shows it. */
    static EarlierCase readEarlier(Item item) {
        return new EarlierCase(
                SurveyId.parse(item.string(FOLLOW_UP_ID)),
                item.instant(OPENED_AT),
                FollowUpState.of(item.string(STATE)),
                item.findItem(RESOLUTION).map(FollowUpItem::resolution).map(Resolution::outcome));
    }

    private static CustomerSummary customer(Item item, Optional<String> contactId) {
        return new CustomerSummary(
                new Customer(
                        item.findString(ADDRESS),
                        item.findString(NAME),
                        Locale.forLanguageTag(item.string(LOCALE)),
                        ZoneId.of(item.string(ZONE)),
                        item.findString(PHONE)),
                item.strings(ITEMS),
                contactId);
    }

    private static Item claim(Claim claim) {
        return Item.builder()
                .with(AGENT_ID, claim.owner().id())
                .withString(AGENT_NAME, claim.owner().name())
                .withString(AGENT_ADDRESS, claim.owner().address())
                .with(LEASE_UNTIL, claim.leaseUntil())
                .with(SEVERITY, claim.severity().id())
                .build();
    }

    private static Claim claim(Item item) {
        return new Claim(
                new Agent(
                        item.string(AGENT_ID),
                        item.findString(AGENT_NAME),
                        item.findString(AGENT_ADDRESS)),
                item.instant(LEASE_UNTIL),
                Severity.of(item.string(SEVERITY)));
    }

    private static Item resolution(Resolution end) {
        Item.Builder item =
                Item.builder()
                        .with(OUTCOME, end.outcome().id())
                        .with(ROOT_CAUSE, end.rootCause().id())
                        .with(AT, end.at());
        end.advised()
                .ifPresent(
                        advised ->
                                item.with(RULE, advised.rule())
                                        .withStrings(SUGGESTED, advised.suggested())
                                        .withStrings(DONE, advised.done()));
        return item.build();
    }

    private static Resolution resolution(Item item) {
        return new Resolution(
                Outcome.of(item.string(OUTCOME)),
                RootCause.of(item.string(ROOT_CAUSE)),
                item.instant(AT),
                item.findString(RULE)
                        .map(
                                rule ->
                                        new Advised(
                                                rule,
                                                item.strings(SUGGESTED),
                                                item.strings(DONE))));
    }

    private static Item entry(HistoryEntry entry) {
        Item.Builder item =
                Item.builder()
                        .with(AT, entry.at())
                        .with(WHAT, entry.what().id())
                        .withString(CHANNEL, entry.channel().map(ContactChannel::id))
                        .withString(TEXT, entry.text())
                        .withInstant(BY, entry.by())
                        .withString(AGENT_ID, entry.who().map(Agent::id))
                        .withString(AGENT_NAME, entry.who().flatMap(Agent::name));
        entry.mail().ifPresent(number -> item.with(MAIL, number));
        return item.build();
    }

    private static HistoryEntry entry(Item item) {
        return new HistoryEntry(
                item.instant(AT),
                item.findString(AGENT_ID).map(id -> new Agent(id, item.findString(AGENT_NAME))),
                Happening.of(item.string(WHAT)),
                item.findString(CHANNEL).map(ContactChannel::of),
                item.findString(TEXT),
                item.findNumber(MAIL).map(Math::toIntExact),
                item.findInstant(BY));
    }
}
