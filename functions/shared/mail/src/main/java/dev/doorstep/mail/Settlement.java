package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;

/** Notes what SES itself says of mails. Safe for use by several threads. */
public final class Settlement {
    private final Mails mails;
    private final Surveys surveys;

    public Settlement(DynamoDbClient dynamoDb, String mailsTable, Surveys surveys) {
        this.mails = new Mails(dynamoDb, mailsTable, Duration.ZERO);
        this.surveys = requireNonNull(surveys, "surveys is null");
    }

    public static Settlement production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new Settlement(
                dynamoDb,
                environment.require("MAILS_TABLE"),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")));
    }

    /**
     * Notes that SES took a mail; noting it again is harmless. Of most mails the sender has noted
     * it by then, and to see that costs a tenth of a write.
     *
     * @param tag that the mail was sent with
     * @return whether that is news
     * @throws Rejected if the tag is none of ours
     */
    public boolean sent(String tag, String sesMessageId, Instant at) {
        MailId mail = id(tag);
        return !isNoted(mail) && mails.sent(mail, sesMessageId, at);
    }

    /**
     * @throws Rejected if the tag is none of ours
     */
    public void requireOurs(String tag) {
        var _ = id(tag);
    }

    /**
     * Notes that a mail came back for good, if it is the first of its survey: later ones say
     * nothing of whether the question arrived. Noting it again changes nothing.
     *
     * @param tag that the mail was sent with
     * @param sentAt when it went out, if nobody noted that yet
     * @throws Rejected if the tag is none of ours
     * @throws dev.doorstep.lambda.Unavailable if others keep writing its survey
     */
    public void bounced(String tag, Instant sentAt, Instant at) {
        MailId mail = id(tag);
        if (mail.isNotedWithItsSurvey()) {
            surveys.bounced(mail.survey(), sentAt, at);
        }
    }

    private boolean isNoted(MailId mail) {
        return mail.isNotedWithItsSurvey() ? isSent(mail.survey()) : mails.isSent(mail);
    }

    private boolean isSent(SurveyId id) {
        return surveys.find(id.order(), Consistency.EVENTUAL)
                .flatMap(order -> order.survey(id.touchpoint()))
                .flatMap(Survey::sentAt)
                .isPresent();
    }

    private static MailId id(String tag) {
        try {
            return MailId.ofTag(tag);
        } catch (IllegalArgumentException | Rejected _) {
            throw new Rejected("/detail/mail/tags/" + Mailer.TAG, "is not the tag of a mail");
        }
    }
}
