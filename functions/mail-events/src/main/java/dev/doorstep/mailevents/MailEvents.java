package dev.doorstep.mailevents;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Settlement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hears from SES what became of mails. Events come at least once and in any order; what is not
 * known here is passed over. Source of the form: Amazon SES Developer Guide, "Examples of event
 * data". Safe for use by several threads.
 */
public final class MailEvents {
    private static final String PERMANENT = "Permanent";

    /**
     * Reports that are no complaints. Source: IANA, "Messaging Abuse Reporting Format (MARF)
     * Parameters", feedback types.
     */
    private static final Set<String> NO_COMPLAINTS = Set.of("not-spam", "auth-failure");

    private final Settlement settlement;
    private final Contacts contacts;
    private final ContactKey contactKey;

    public MailEvents(Settlement settlement, Contacts contacts, ContactKey contactKey) {
        this.settlement = requireNonNull(settlement, "settlement is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
    }

    static MailEvents production(Environment environment) {
        return new MailEvents(
                Settlement.production(environment),
                new Contacts(DynamoDb.client(), environment.require("CONTACTS_TABLE")),
                ContactKey.of(environment.require("CONTACTS_KEY")));
    }

    /**
     * Notes what an event says; hearing it again is harmless.
     *
     * @param event as EventBridge delivers it
     * @throws Rejected if it is not an event of SES about a mail of ours
     */
    void hear(JsonObject event) {
        JsonObject detail = event.object("detail");
        String kind = detail.string("eventType");
        switch (kind) {
            case "Send" -> sent(detail.object("mail"));
            case "Bounce" -> bounced(detail);
            case "Complaint" -> complained(detail);
            case "Delivery" -> Metrics.count("MailsDelivered");
            default -> Log.info("mail event passed over", Map.of("eventType", kind));
        }
    }

    /** What is not permanent may be an out-of-office notice. */
    private void bounced(JsonObject detail) {
        JsonObject mail = detail.object("mail");
        settlement.requireOurs(tag(mail));
        JsonObject bounce = detail.object("bounce");
        String type = bounce.string("bounceType");
        Log.info(
                "mail bounced",
                Map.of(
                        "bounceType",
                        type,
                        "bounceSubType",
                        bounce.findString("bounceSubType").orElse("")));
        Metrics.count("MailsBounced" + (type.equals(PERMANENT) ? PERMANENT : "Transient"));
        if (type.equals(PERMANENT)) {
            suppress(mail, SuppressionReason.BOUNCED, timestamp(bounce));
            settlement.bounced(tag(mail), timestamp(mail), timestamp(bounce));
        }
    }

    /** Some mailbox providers also report that a customer took a mail out of the spam folder. */
    private void complained(JsonObject detail) {
        settlement.requireOurs(tag(detail.object("mail")));
        JsonObject complaint = detail.object("complaint");
        String type = complaint.findString("complaintFeedbackType").orElse("");
        Log.info("mail complained about", Map.of("complaintFeedbackType", type));
        if (!NO_COMPLAINTS.contains(type)) {
            Metrics.count("MailsComplainedAbout");
            suppress(detail.object("mail"), SuppressionReason.COMPLAINED, timestamp(complaint));
        }
    }

    /** Each of our mails has one recipient. */
    private void suppress(JsonObject mail, SuppressionReason reason, Instant at) {
        mail.strings("destination")
                .forEach(address -> contacts.suppress(contactKey.idOf(address), reason, at));
    }

    private void sent(JsonObject mail) {
        String sesMessageId = mail.string("messageId");
        boolean isNews = settlement.sent(tag(mail), sesMessageId, timestamp(mail));
        Log.info("mail settled", Map.of("sesMessageId", sesMessageId, "isNews", isNews));
        Metrics.count("MailsSettled");
    }

    private static String tag(JsonObject mail) {
        JsonObject tags = mail.object("tags");
        List<String> values = tags.strings(Mailer.TAG);
        if (values.isEmpty()) {
            throw tags.missing(Mailer.TAG);
        }
        return values.getFirst();
    }

    private static Instant timestamp(JsonObject object) {
        try {
            return Instant.parse(object.string("timestamp"));
        } catch (DateTimeException _) {
            throw new Rejected(object.pointerTo("timestamp"), "is not a time");
        }
    }
}
