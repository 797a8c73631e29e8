package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The only way out for every mail, each at most once. Safe for use by several threads. */
public final class Mailer {
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);
    private static final String UTF_8 = "UTF-8";

    private final SesV2Client ses;
    private final Mails mails;
    private final Renderer renderer;
    private final String from;
    private final String configurationSet;
    private final Clock clock;

    /**
     * @param ses must not repeat a call by itself: a repeat is a second mail
     * @param domain that SES has verified; mails come from {@code surveys@} it
     */
    public Mailer(
            SesV2Client ses,
            DynamoDbClient dynamoDb,
            String mailsTable,
            Programme programme,
            String domain,
            String configurationSet,
            Clock clock) {
        this.ses = requireNonNull(ses, "ses is null");
        this.mails = new Mails(dynamoDb, mailsTable);
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
                Clock.systemUTC());
    }

    /**
     * Sends the mail, unless it was sent before.
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

    private static SesV2Client sesClient() {
        return SesV2Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        override ->
                                override.retryStrategy(AwsRetryStrategy.doNotRetry())
                                        .apiCallTimeout(LONGEST_ATTEMPT))
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
        if (!mails.intend(id, clock.instant())) {
            return mails.outcome(id);
        }
        Outcome outcome = hand(id, request(id, to, rendered, headers));
        Log.info(
                "mail handed to SES",
                Map.of("mailId", id.toString(), "outcome", outcome.getClass().getSimpleName()));
        Metrics.count("Mails" + outcome.getClass().getSimpleName());
        return outcome;
    }

    private Outcome hand(MailId id, SendEmailRequest request) {
        try {
            String sesMessageId = ses.sendEmail(request).messageId();
            mails.sent(id, sesMessageId, clock.instant());
            return new Outcome.Sent(sesMessageId);
        } catch (MessageRejectedException | BadRequestException e) {
            String reason = e.awsErrorDetails().errorCode();
            mails.refused(id, reason, clock.instant());
            return new Outcome.Refused(reason);
        } catch (SesV2Exception e) {
            return mayHaveBeenTaken(e) ? new Outcome.Unsettled() : withdrawn(id, e);
        } catch (SdkClientException e) {
            return neverReached(e) ? withdrawn(id, e) : new Outcome.Unsettled();
        }
    }

    private Outcome withdrawn(MailId id, Exception cause) {
        mails.withdraw(id, clock.instant());
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
                .emailTags(MessageTag.builder().name("mail").value(id.tag()).build())
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
