package dev.doorstep.surveysender;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.mail.SurveyMail;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.Survey;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * Mints the link of a mail and sends it. The link is stored before the mail goes out, so that it
 * never leads nowhere; that of a mail that then does not go out expires unused.
 */
public final class Invitations {
    private final SecureRandom random = new SecureRandom();
    private final Links links;
    private final Mailer mailer;
    private final Programme programme;
    private final String surveyUrl;

    /**
     * @param surveyUrl where customers reach the survey page, without a slash at its end
     */
    public Invitations(Links links, Mailer mailer, Programme programme, String surveyUrl) {
        this.links = requireNonNull(links, "links is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.surveyUrl = requireNonNull(surveyUrl, "surveyUrl is null");
    }

    /** What became of the survey's mail if it was sent before; empty if it may be sent (again). */
    Optional<Outcome> outcome(Survey survey) {
        return mailer.outcome(survey.id());
    }

    Outcome send(Survey survey, Order order, ContactId contact, boolean reminder, Instant now) {
        Token token = Token.random(random);
        links.put(link(token, survey, order, contact, now));
        Customer customer = order.customer();
        return mailer.send(
                new SurveyMail(
                        survey.id(),
                        reminder,
                        survey.metric(),
                        customer.address().orElseThrow(),
                        customer.name(),
                        customer.locale(),
                        customer.zone(),
                        order.items(),
                        order.carrier(),
                        order.isLate(),
                        URI.create(surveyUrl + "/s/" + token.value()),
                        URI.create(surveyUrl + "/u/" + token.value())));
    }

    private Link link(Token token, Survey survey, Order order, ContactId contact, Instant now) {
        return new Link(
                token.hash(),
                now.plus(programme.requirePlan(survey.touchpoint()).expiresAfter()),
                survey.id().toString(),
                contact.value(),
                survey.metric(),
                survey.touchpoint(),
                order.customer().locale(),
                order.customer().zone(),
                order.customer().name(),
                order.items(),
                order.value().map(Money::amount),
                order.value().map(Money::currency),
                order.customer().phone().isPresent());
    }
}
