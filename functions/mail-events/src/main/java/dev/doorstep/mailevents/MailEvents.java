package dev.doorstep.mailevents;

import static java.util.Objects.requireNonNull;

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

/**
 * Hears from SES what became of mails. Events come at least once and in any order; what is not
 * known here is passed over. Source of the form: Amazon SES Developer Guide, "Examples of event
 * data". Safe for use by several threads.
 */
public final class MailEvents {
    private static final String SEND = "Send";

    private final Settlement settlement;

    public MailEvents(Settlement settlement) {
        this.settlement = requireNonNull(settlement, "settlement is null");
    }

    static MailEvents production(Environment environment) {
        return new MailEvents(Settlement.production(environment));
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
        if (kind.equals(SEND)) {
            sent(detail.object("mail"));
        } else {
            Log.info("mail event passed over", Map.of("eventType", kind));
        }
    }

    private void sent(JsonObject mail) {
        String sesMessageId = mail.string("messageId");
        boolean isNews = settlement.sent(tag(mail.object("tags")), sesMessageId, timestamp(mail));
        Log.info("mail settled", Map.of("sesMessageId", sesMessageId, "isNews", isNews));
        Metrics.count("MailsSettled");
    }

    private static String tag(JsonObject tags) {
        List<String> values = tags.strings(Mailer.TAG);
        if (values.isEmpty()) {
            throw tags.missing(Mailer.TAG);
        }
        return values.getFirst();
    }

    private static Instant timestamp(JsonObject mail) {
        try {
            return Instant.parse(mail.string("timestamp"));
        } catch (DateTimeException _) {
            throw new Rejected(mail.pointerTo("timestamp"), "is not a time");
        }
    }
}
