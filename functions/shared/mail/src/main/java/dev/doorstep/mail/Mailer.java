package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only way out for every mail, each at most once. Safe for use by several threads. */
public final class Mailer {
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration SETTLING_TIME = Duration.ofMinutes(30);
    private static final String UTF_8 = "UTF-8";

    /** The message tag that names the mail; SES gives it back in each of its events. */
    public static final String TAG = "mail";

    private final SesV2Client ses;
    private final Mails mails;
    private final Renderer renderer;
    private final String from;
    private final String configurationSet;
    private final Clock clock;

    /**
     * @param ses must not repeat a call by itself: a repeat is a second mail
     * @param domain that SES has verified; mails come from {@code surveys@} it
     * @param settlingTime how long SES's send event is waited for before a mail is sent again
     */
    public Mailer(
            SesV2Client ses,
            DynamoDbClient dynamoDb,
            String mailsTable,
            Programme programme,
            String domain,
            String configurationSet,
            Duration settlingTime,
            Clock clock) {
        this.ses = requireNonNull(ses, "ses is null");
        this.mails = new Mails(dynamoDb, mailsTable, settlingTime);
        this.renderer = new Renderer(programme);
        this.from = DisplayName.of(programme.shop()).withAddress("surveys@" + domain);
        this.configurationSet = requireNonNull(configurationSet, "configurationSet is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public static Mailer production(Environment environment, Programme programme) {
        return new Mailer(
                sesClient(),
                DynamoDb.client(),
                environment.require("MAILS_TABLE"),
                programme,
                environment.require("MAIL_DOMAIN"),
                environment.require("MAIL_CONFIGURATION_SET"),
                environment.findDuration("MAIL_SETTLING_TIME").orElse(SETTLING_TIME),
                Clock.systemUTC());
    }

    /**
     * Sends the mail, unless it was sent before. That a survey's first mail went out, the caller
     * notes with the survey, and asks for it no more.
     *
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(SurveyMail mail) {
        Map<String, String> headers = headers(mail.id());
        headers.put("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return dispatch(mail.id(), mail.to(), renderer.render(mail), headers);
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(AcknowledgementMail mail) {
        return dispatch(mail.id(), mail.to(), renderer.render(mail), headers(mail.id()));
    }

    /** What became of a survey's mail that was sent before; empty if it may be sent (again). */
    public Optional<Outcome> outcome(SurveyId survey) {
        return mails.outcome(new MailId(survey, MailId.Purpose.SURVEY), clock.instant());
    }

    private static SesV2Client sesClient() {
        return AwsClients.prepared(
                        SesV2Client.builder(),
                        AwsClients.configuration()
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(LONGEST_ATTEMPT)
                                .build())
                .build();
    }

    /** Tells other machines that no person wrote this, so that theirs do not answer it. */
    private static Map<String, String> headers(MailId mail) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("X-Doorstep-Survey", mail.survey().toString());
        return headers;
    }

    private Outcome dispatch(MailId id, String to, Rendered rendered, Map<String, String> headers) {
        Instant now = clock.instant();
        Optional<Mails.Attempt> attempt = mails.intend(id, now);
        if (attempt.isEmpty()) {
            return mails.outcome(id, now)
                    .orElseThrow(() -> new Unavailable("the mail is being sent by others"));
        }
        Outcome outcome = hand(attempt.get(), request(id, to, rendered, headers), now);
        Log.info(
                "mail handed to SES",
                Map.of("mailId", id.toString(), "outcome", outcome.getClass().getSimpleName()));
        Metrics.count("Mails" + outcome.getClass().getSimpleName());
        return outcome;
    }

    private Outcome hand(Mails.Attempt attempt, SendEmailRequest request, Instant intended) {
        try {
            String sesMessageId = ses.sendEmail(request).messageId();
            if (!attempt.mail().isNotedWithItsSurvey()) {
                mails.sent(attempt.mail(), sesMessageId, clock.instant());
            }
            return new Outcome.Sent(sesMessageId);
        } catch (MessageRejectedException | BadRequestException e) {
            String reason = e.awsErrorDetails().errorCode();
            mails.refused(attempt, reason, clock.instant());
            return new Outcome.Refused(reason);
        } catch (SesV2Exception e) {
            return mayHaveBeenTaken(e) ? mails.unsettledSince(intended) : withdrawn(attempt, e);
        } catch (SdkClientException e) {
            return neverReached(e) ? withdrawn(attempt, e) : mails.unsettledSince(intended);
        }
    }

    private Outcome withdrawn(Mails.Attempt attempt, Exception cause) {
        mails.withdraw(attempt, clock.instant());
        throw new Unavailable("SES does not take mails now", cause);
    }

    /** A server that failed in the middle may have sent; one that refuses has not. */
    private static boolean mayHaveBeenTaken(SesV2Exception e) {
        return e.statusCode() >= 500 && e.statusCode() != 503;
    }

    private static boolean neverReached(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private SendEmailRequest request(
            MailId id, String to, Rendered rendered, Map<String, String> headers) {
        List<MessageHeader> messageHeaders =
                headers.entrySet().stream()
                        .map(h -> MessageHeader.builder().name(h.getKey()).value(h.getValue()))
                        .map(MessageHeader.Builder::build)
                        .toList();
        return SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(destination -> destination.toAddresses(to))
                .configurationSetName(configurationSet)
                .emailTags(MessageTag.builder().name(TAG).value(id.tag()).build())
                .content(
                        content ->
                                content.simple(
                                        message ->
                                                message.subject(utf8(rendered.subject()))
                                                        .body(
                                                                body ->
                                                                        body.html(
                                                                                        utf8(
                                                                                                rendered
                                                                                                        .html()))
                                                                                .text(
                                                                                        utf8(
                                                                                                rendered
                                                                                                        .text())))
                                                        .headers(messageHeaders)))
                .build();
    }

    private static Content utf8(String text) {
        return Content.builder().charset(UTF_8).data(text).build();
    }
}
