package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Something that became of a mail. Source: Amazon SES Developer Guide, "Contents of event data" and
 * "Examples of event data"; Amazon EventBridge Events Reference, "Amazon Simple Email Service".
 *
 * @param type in the event, such as {@code Bounce}
 * @param detailType such as {@code Email Bounced}
 * @param facts what is known of this type of event only
 */
record SesEvent(String type, String detailType, Map<String, Object> facts) {
    private static final String MTA = "mta.example.com";

    SesEvent {
        requireNonNull(type, "type is null");
        requireNonNull(detailType, "detailType is null");
        facts = Map.copyOf(facts);
    }

    static SesEvent send() {
        return new SesEvent("Send", "Email Sent", Map.of());
    }

    static SesEvent delivery(String recipient, Instant at) {
        return new SesEvent(
                "Delivery",
                "Email Delivered",
                Map.of(
                        "timestamp",
                        at.toString(),
                        "processingTimeMillis",
                        500,
                        "recipients",
                        List.of(recipient),
                        "smtpResponse",
                        "250 2.6.0 Message received",
                        "reportingMTA",
                        MTA));
    }

    /** The recipient's server refuses the mail for good. */
    static SesEvent refusal(String recipient, Instant at) {
        return bounce(
                "Permanent", "General", recipient, at, "smtp; 550 5.1.1 user unknown", "5.1.1");
    }

    /** SES does not even try. */
    static SesEvent suppression(String recipient, Instant at) {
        return bounce(
                "Permanent",
                "Suppressed",
                recipient,
                at,
                "Amazon SES has suppressed sending to this address because it has a recent history"
                        + " of bouncing as an invalid address.",
                "5.1.1");
    }

    /** An automatic response, such as of someone who is out of office. */
    static SesEvent response(String recipient, Instant at) {
        return bounce("Transient", "General", List.of(Map.of("emailAddress", recipient)), at);
    }

    static SesEvent complaint(String recipient, Instant at) {
        return new SesEvent(
                "Complaint",
                "Email Complaint Received",
                Map.of(
                        "complainedRecipients", List.of(Map.of("emailAddress", recipient)),
                        "timestamp", at.toString(),
                        "feedbackId", UUID.randomUUID().toString(),
                        "userAgent", "Amazon SES Mailbox Simulator",
                        "complaintFeedbackType", "abuse",
                        "arrivalDate", at.toString()));
    }

    /** The type's name in an event destination, such as {@code bounce}. */
    String matchedAs() {
        return matchedAs(type);
    }

    /** The same name for each way to write it: templates say {@code bounce} or {@code BOUNCE}. */
    static String matchedAs(String eventType) {
        return eventType.replaceAll("[ _]", "").toLowerCase(Locale.ROOT);
    }

    /** What the event says. */
    Map<String, Object> detail(Map<String, Object> mail) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("eventType", type);
        detail.put("mail", mail);
        detail.put(matchedAs(), facts);
        return detail;
    }

    private static SesEvent bounce(
            String type,
            String subType,
            String recipient,
            Instant at,
            String diagnosticCode,
            String status) {
        return bounce(
                type,
                subType,
                List.of(
                        Map.of(
                                "emailAddress", recipient,
                                "action", "failed",
                                "status", status,
                                "diagnosticCode", diagnosticCode)),
                at);
    }

    private static SesEvent bounce(
            String type, String subType, List<Map<String, String>> recipients, Instant at) {
        return new SesEvent(
                "Bounce",
                "Email Bounced",
                Map.of(
                        "bounceType",
                        type,
                        "bounceSubType",
                        subType,
                        "bouncedRecipients",
                        recipients,
                        "timestamp",
                        at.toString(),
                        "feedbackId",
                        UUID.randomUUID().toString(),
                        "reportingMTA",
                        "dns; " + MTA));
    }
}
