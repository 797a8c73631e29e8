package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.SurveyId;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/**
 * Mints what a mail leads to. Each mail has a link of its own, which is stored before the mail goes
 * out, so that it never leads nowhere; that of a mail that then does not go out expires unused.
 * Safe for use by several threads.
 */
public final class MailLinks {
    private final SecureRandom random = new SecureRandom();
    private final Links links;
    private final Programme programme;
    private final String surveyUrl;
    private final String replyDomain;

    /**
     * @param surveyUrl where customers reach the survey page, without a slash at its end
     * @param replyDomain where mails to us are received
     */
    public MailLinks(Links links, Programme programme, String surveyUrl, String replyDomain) {
        this.links = requireNonNull(links, "links is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.surveyUrl = requireNonNull(surveyUrl, "surveyUrl is null");
        this.replyDomain = requireNonNull(replyDomain, "replyDomain is null");
    }

    public static MailLinks production(Environment environment, Programme programme) {
        return new MailLinks(
                new Links(DynamoDb.client(), environment.require("LINKS_TABLE")),
                programme,
                environment.require("SURVEY_URL"),
                environment.require("REPLY_DOMAIN"));
    }

    /** For a mail about this survey, in this language, to this contact. */
    public MailLink mint(
            SurveyId survey,
            Metric metric,
            Order order,
            Locale locale,
            ContactId contact,
            Instant now) {
        return mint(survey, metric, order, locale, contact, true, now);
    }

    /**
     * The same.
     *
     * @param asks whether a score was asked for; else what is written to it is a letter
     */
    public MailLink mint(
            SurveyId survey,
            Metric metric,
            Order order,
            Locale locale,
            ContactId contact,
            boolean asks,
            Instant now) {
        Token token = Token.random(random);
        Link link = link(token, survey, metric, order, locale, contact, now);
        return stored(token, asks ? link : link.toWrite());
    }

    private Link link(
            Token token,
            SurveyId survey,
            Metric metric,
            Order order,
            Locale locale,
            ContactId contact,
            Instant now) {
        Customer customer = order.customer();
        return new Link(
                token.hash(),
                expiry(survey, now),
                survey.toString(),
                contact.value(),
                metric,
                survey.touchpoint(),
                locale,
                customer.zone(),
                customer.name(),
                order.items(),
                order.value().map(Money::amount),
                order.value().map(Money::currency),
                customer.phone().isPresent());
    }

    /** For one more mail about what an earlier one was about. */
    public MailLink mintAgain(Link earlier, Instant now) {
        Token token = Token.random(random);
        return stored(token, earlier.under(token, expiry(SurveyId.parse(earlier.surveyId()), now)));
    }

    private MailLink stored(Token token, Link link) {
        links.put(link);
        return new MailLink(
                URI.create(surveyUrl + "/s/" + token.value()),
                URI.create(surveyUrl + "/u/" + token.value()),
                token.forReplies().address(replyDomain));
    }

    private Instant expiry(SurveyId survey, Instant now) {
        return now.plus(programme.requirePlan(survey.touchpoint()).expiresAfter());
    }
}
