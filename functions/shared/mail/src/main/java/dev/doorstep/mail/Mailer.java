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
import java.util.function.Supplier;

/** The only way out for every mail, each at most once. Safe for use by several threads. */
public final class Mailer {
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration SETTLING_TIME = Duration.ofMinutes(30);
    private static final String UTF_8 = "UTF-8";

    /** The header by which a mail of ours is known when it comes back. */
    public static final String LOOP_MARK = "X-Doorstep-Survey";

    /** The subject of the mail that a mail program sends to end all questions (RFC 2369). */
    public static final String UNSUBSCRIBE = "unsubscribe";

    /** The message tag that names the mail; SES gives it back in each of its events. */
    public static final String TAG = "mail";

    private final SesV2Client ses;
    private final Mails mails;
    private final Renderer renderer;
    private final SendingRate rate;
    private final String from;
    private final String configurationSet;
    private final Clock clock;

    /**
     * @param ses must not repeat a call by itself: a repeat is a second mail
     * @param domain that SES has verified; mails come from {@code surveys@} it
     * @param settlingTime how long SES's send event is waited for before a mail is sent again
     * @param senders how many processes send at the same time, at most; each keeps to its share of
     *     the rate that SES allows
     */
    public Mailer(
            SesV2Client ses,
            DynamoDbClient dynamoDb,
            String mailsTable,
            Programme programme,
            String domain,
            String configurationSet,
            Duration settlingTime,
            int senders,
            Clock clock) {
        this.ses = requireNonNull(ses, "ses is null");
        this.mails = new Mails(dynamoDb, mailsTable, settlingTime);
        this.renderer = new Renderer(programme);
        this.rate = new SendingRate(() -> quota(ses) / senders, clock);
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
                Integer.parseInt(environment.require("MAIL_SENDERS")),
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
        MailLink link = mail.link();
        headers.put(
                "List-Unsubscribe",
                "<%s>, <mailto:%s?subject=%s>"
                        .formatted(link.unsubscribeUrl(), link.replyTo(), UNSUBSCRIBE));
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return dispatch(
                mail.id(), mail.to(), headers, () -> Written.to(link, renderer.render(mail)));
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @param links gives what the mail leads to; asked only if the mail is to go out
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(AcknowledgementMail mail, Supplier<MailLink> links) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> {
                    MailLink link = links.get();
                    return Written.to(link, renderer.render(mail, link));
                });
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(AskBackMail mail) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> Written.to(mail.link(), renderer.render(mail)));
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @param links gives what the mail leads to; asked only if the mail is to go out
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(PromiseBrokenMail mail, Supplier<MailLink> links) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> Written.to(links.get(), renderer.render(mail)));
    }

    /**
     * Sends the mail, unless it was sent before. A person wrote it: no header says otherwise.
     *
     * @param links gives what the mail leads to; asked only if the mail is to go out
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(FollowUpMail mail, Supplier<MailLink> links) {
        return dispatch(
                mail.id(),
                mail.to(),
                Map.of(LOOP_MARK, mail.survey().toString()),
                () -> Written.to(links.get(), renderer.render(mail)));
    }

    /**
     * Sends the mail, unless it was sent before. It cannot be answered.
     *
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(StaffMail mail) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> new Written(renderer.render(mail), List.of()));
    }

    /**
     * Sends the mail, unless it was sent before.
     *
     * @param links gives what the mail is answered at; asked only if the mail is to go out
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(DeliveryNewsMail mail, Supplier<MailLink> links) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> Written.to(links.get(), renderer.render(mail)));
    }

    /**
     * Sends the mail, unless it was sent before. It cannot be answered.
     *
     * @throws Unavailable if SES certainly did not take it, but may take it later
     */
    public Outcome send(DigestMail mail) {
        return dispatch(
                mail.id(),
                mail.to(),
                headers(mail.id()),
                () -> new Written(renderer.render(mail), List.of()));
    }

    /**
     * What became of a digest that was sent before; empty if it may be sent (again).
     *
     * @param week by ISO 8601, as the mail has it
     * @param to the address, however it is written
     */
    public Optional<Outcome> outcomeOfDigest(String week, String to) {
        return mails.outcome(DigestMail.id(week, to), clock.instant());
    }

    /** What became of a survey's mail that was sent before; empty if it may be sent (again). */
    public Optional<Outcome> outcome(SurveyId survey) {
        return mails.outcome(new MailId(survey, MailId.Purpose.SURVEY), clock.instant());
    }

    private static double quota(SesV2Client ses) {
        return ses.getAccount(_ -> {}).sendQuota().maxSendRate();
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
        headers.put(LOOP_MARK, mail.survey().toString());
        return headers;
    }

    private Outcome dispatch(
            MailId id, String to, Map<String, String> headers, Supplier<Written> writer) {
        rate.await();
        Instant now = clock.instant();
        Optional<Mails.Attempt> attempt = mails.intend(id, now);
        if (attempt.isEmpty()) {
            return mails.outcome(id, now)
                    .orElseThrow(() -> new Unavailable("the mail is being sent by others"));
        }
        Written written = write(writer, attempt.get());
        Outcome outcome = hand(attempt.get(), request(id, to, headers, written), now);
        Log.info(
                "mail handed to SES",
                Map.of("mailId", id.toString(), "outcome", outcome.getClass().getSimpleName()));
        Metrics.count("Mails" + outcome.getClass().getSimpleName());
        return outcome;
    }

    /** Nothing has gone out yet: if it cannot be written now, the mail may be tried again. */
    private Written write(Supplier<Written> writer, Mails.Attempt attempt) {
        try {
            return writer.get();
        } catch (RuntimeException e) {
            mails.withdraw(attempt, clock.instant());
            throw e;
        }
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
            MailId id, String to, Map<String, String> headers, Written written) {
        Rendered rendered = written.rendered();
        List<MessageHeader> messageHeaders =
                headers.entrySet().stream()
                        .map(h -> MessageHeader.builder().name(h.getKey()).value(h.getValue()))
                        .map(MessageHeader.Builder::build)
                        .toList();
        return SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(destination -> destination.toAddresses(to))
                .configurationSetName(configurationSet)
                .replyToAddresses(written.replyTo())
                .emailTags(
                        tag(TAG, id.tag()),
                        tag("ses:feedback-id-a", id.purpose().id()),
                        tag("ses:feedback-id-b", id.survey().touchpoint().id()))
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

    /**
     * Those of SES's own names go into the Feedback-ID header, by which Gmail groups complaints.
     */
    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static Content utf8(String text) {
        return Content.builder().charset(UTF_8).data(text).build();
    }

    /** A mail's words, and where answers to it go. */
    private record Written(Rendered rendered, List<String> replyTo) {

        static Written to(MailLink link, Rendered rendered) {
            return new Written(rendered, List.of(link.replyTo()));
        }
    }
}
