package dev.doorstep.promisewatch;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.mail.FollowUpMail;
import dev.doorstep.mail.MailLink;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.mail.PromiseBrokenMail;
import dev.doorstep.mail.StaffMail;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Support;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The mails about a follow-up, each sent at most once. Safe for use by several threads. */
final class Letterbox {
    private final Mailer mailer;
    private final MailLinks links;
    private final Surveys surveys;
    private final ContactKey contactKey;
    private final Programme programme;
    private final String deskUrl;

    /**
     * @param deskUrl where support works, without a slash at its end
     */
    Letterbox(
            Mailer mailer,
            MailLinks links,
            Surveys surveys,
            ContactKey contactKey,
            Programme programme,
            String deskUrl) {
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.links = requireNonNull(links, "links is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.deskUrl = requireNonNull(deskUrl, "deskUrl is null");
    }

    /** Warns who has the case, or the team, that its promise is about to break. */
    Outcome warn(FollowUp followUp, int number, Promise promise) {
        String to =
                followUp.claim()
                        .flatMap(claim -> claim.owner().address())
                        .orElse(programme.support().address());
        return mailer.send(staffMail(StaffMail.About.WARNING, followUp, number, to, promise.by()));
    }

    /** Tells the customer that a promise was broken, and the next one; empty if no mail can. */
    Optional<Outcome> tellCustomer(FollowUp followUp, int number, Promise next, Instant now) {
        Customer customer = followUp.customer().customer();
        return customer.address()
                .map(
                        to ->
                                mailer.send(
                                        new PromiseBrokenMail(
                                                followUp.id(),
                                                number,
                                                to,
                                                customer.name(),
                                                customer.locale(),
                                                customer.zone(),
                                                next.by()),
                                        () -> link(followUp, to, now)));
    }

    /** Tells who leads the team that a promise was broken. */
    Outcome tellLead(FollowUp followUp, int number, Promise next) {
        return mailer.send(
                staffMail(
                        StaffMail.About.BROKEN,
                        followUp,
                        number,
                        programme.support().leadAddress(),
                        next.by()));
    }

    /** Sends a mail that support wrote; empty if there is no address. */
    Optional<Outcome> send(FollowUp followUp, int number, HistoryEntry written, Instant now) {
        Customer customer = followUp.customer().customer();
        return customer.address()
                .map(
                        to ->
                                mailer.send(
                                        new FollowUpMail(
                                                followUp.id(),
                                                number,
                                                to,
                                                customer.locale(),
                                                customer.zone(),
                                                written.text().orElse(""),
                                                written.by(),
                                                written.who().flatMap(agent -> agent.name())),
                                        () -> link(followUp, to, now)));
    }

    private StaffMail staffMail(
            StaffMail.About about, FollowUp followUp, int number, String to, Instant by) {
        Support support = programme.support();
        return new StaffMail(
                about,
                followUp.id(),
                number,
                to,
                support.zone(),
                by,
                followUp.claim().map(claim -> claim.owner().name().orElse(claim.owner().id())),
                URI.create(deskUrl + "/desk/cases/" + followUp.id()));
    }

    /** Who answers writes about the same survey, or, where nothing was asked, to a person. */
    private MailLink link(FollowUp followUp, String address, Instant now) {
        OrderSurveys known =
                surveys.find(followUp.id().order())
                        .orElseThrow(() -> new Rejected("", "belongs to no known order"));
        return links.mint(
                followUp.id(),
                followUp.reply().metric(),
                known.order(programme),
                followUp.customer().customer().locale(),
                contactKey.idOf(address),
                known.isAsked(followUp.id().touchpoint()),
                now);
    }
}
