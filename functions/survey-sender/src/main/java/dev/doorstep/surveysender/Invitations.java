package dev.doorstep.surveysender;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.mail.SurveyMail;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.Survey;

import java.time.Instant;
import java.util.Optional;

/** Writes and sends the mails that ask. */
public final class Invitations {
    private final MailLinks links;
    private final Mailer mailer;

    public Invitations(MailLinks links, Mailer mailer) {
        this.links = requireNonNull(links, "links is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
    }

    /** What became of the survey's mail if it was sent before; empty if it may be sent (again). */
    Optional<Outcome> outcome(Survey survey) {
        return mailer.outcome(survey.id());
    }

    Outcome send(Survey survey, Order order, ContactId contact, boolean reminder, Instant now) {
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
                        order.lateness(),
                        links.mint(
                                survey.id(),
                                survey.metric(),
                                order,
                                customer.locale(),
                                contact,
                                now)));
    }
}
