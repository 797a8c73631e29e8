package dev.doorstep.mail;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;

/** Notes what SES itself says of mails. Safe for use by several threads. */
public final class Settlement {
    private final Mails mails;

    public Settlement(DynamoDbClient dynamoDb, String mailsTable) {
        this.mails = new Mails(dynamoDb, mailsTable, Duration.ZERO);
    }

    public static Settlement production(Environment environment) {
        return new Settlement(DynamoDb.client(), environment.require("MAILS_TABLE"));
    }

    /**
     * Notes that SES took a mail; noting it again is harmless.
     *
     * @param tag that the mail was sent with
     * @return whether that is news
     * @throws Rejected if the tag is none of ours
     */
    public boolean sent(String tag, String sesMessageId, Instant at) {
        return mails.sent(id(tag), sesMessageId, at);
    }

    private static MailId id(String tag) {
        try {
            return MailId.ofTag(tag);
        } catch (IllegalArgumentException | Rejected _) {
            throw new Rejected("/detail/mail/tags/" + Mailer.TAG, "is not the tag of a mail");
        }
    }
}
