package dev.doorstep.escalator;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.ReplySummary;
import dev.doorstep.followups.Verdict;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.AcknowledgementMail;
import dev.doorstep.mail.MailLink;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Puts unhappy customers into support's hands: one follow-up for one survey, however often and in
 * whatever order the versions of its reply come. Safe for use by several threads.
 */
public final class Escalator {
    private static final int ATTEMPTS = 5;
    private static final int FIRST_VERSION = 1;

    private final FollowUps followUps;
    private final FollowUpQueues queues;
    private final Replies replies;
    private final Surveys surveys;
    private final Timers timers;
    private final Mailer mailer;
    private final MailLinks links;
    private final ContactKey contactKey;
    private final Programme programme;
    private final Clock clock;

    public Escalator(
            FollowUps followUps,
            FollowUpQueues queues,
            Replies replies,
            Surveys surveys,
            Timers timers,
            Mailer mailer,
            MailLinks links,
            ContactKey contactKey,
            Programme programme,
            Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.queues = requireNonNull(queues, "queues is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.links = requireNonNull(links, "links is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static Escalator production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        Programme programme = Programme.load(environment);
        return new Escalator(
                new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE")),
                FollowUpQueues.production(environment),
                new Replies(dynamoDb, environment.require("REPLIES_TABLE")),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                new Timers(dynamoDb, environment.require("TIMERS_TABLE")),
                Mailer.production(environment, programme),
                MailLinks.production(environment, programme),
                ContactKey.of(environment.require("CONTACTS_KEY")),
                programme,
                Clock.systemUTC());
    }

    /**
     * Follows a reply that was recorded or changed. A case that it makes is in the queue, and the
     * customer has been told, before this returns. What looks automated opens and changes nothing.
     *
     * @throws Rejected if the reply's survey is not known
     * @throws Unavailable if it could not be done now; following it again completes it
     */
    void follow(Reply reply) {
        if (concernsSupport(reply)) {
            Optional<FollowUp> followUp = isVerdict(reply) ? judged(reply) : upToDate(reply);
            followUp.filter(FollowUp::isLive).ifPresent(this::announce);
        }
    }

    /** The case that the reply judges, with all that is known of the reply as it is now. */
    private Optional<FollowUp> judged(Reply shown) {
        Reply reply = replies.find(shown.survey()).filter(Reply::counts).orElse(shown);
        SurveyId id = judgedCase(reply.survey());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FollowUp before =
                    followUps
                            .find(id)
                            .orElseThrow(() -> new Rejected("", "judges no known follow-up"));
            Optional<FollowUp> after =
                    before.judged(reply, promiseOf(reply, before), clock.instant());
            if (after.isEmpty() || write(Optional.of(before), after.get())) {
                return after.or(() -> Optional.of(before));
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    private SurveyId judgedCase(SurveyId survey) {
        return surveys.find(survey.order())
                .flatMap(order -> order.survey(survey.touchpoint()))
                .flatMap(Survey::followUp)
                .orElseThrow(() -> new Rejected("", "belongs to no known survey"));
    }

    /**
     * Sees that a customer whose acknowledgement had an unknown fate is told, if there still is
     * something to tell. Receiving it again does no harm.
     *
     * @throws Rejected if the timer is not one for acknowledgements
     * @throws Unavailable if it could not be done now
     */
    void receive(Timer due) {
        if (due.kind() != TimerKind.ACKNOWLEDGEMENT) {
            throw new Rejected("/kind", "is not of an acknowledgement");
        }
        followUps
                .find(SurveyId.parse(due.reference()))
                .filter(FollowUp::isLive)
                .ifPresent(this::acknowledge);
    }

    /**
     * The first version of a happy reply has nothing before it that could need a change. What was
     * said to another system long ago is not to be answered now.
     */
    private static boolean concernsSupport(Reply reply) {
        return reply.counts()
                && !reply.isImported()
                && (reply.attention().isPresent()
                        || reply.version() > FIRST_VERSION
                        || isVerdict(reply));
    }

    /** Whether it answers whether a case was put right. */
    private static boolean isVerdict(Reply reply) {
        return reply.survey().touchpoint() == Touchpoint.FOLLOW_UP;
    }

    /** The reply's follow-up with all that is known of the reply, if it has or needs one. */
    private Optional<FollowUp> upToDate(Reply reply) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FollowUp> before = followUps.find(reply.survey());
            Optional<FollowUp> after =
                    before.isPresent() ? changed(before.get(), reply) : opened(reply.survey());
            if (after.isEmpty() || after.equals(before) || write(before, after.get())) {
                return after;
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    private Optional<FollowUp> changed(FollowUp before, Reply reply) {
        return before.replyChanged(reply, promiseOf(reply, before), clock.instant())
                .or(() -> Optional.of(before));
    }

    private Promise promiseOf(Reply reply, FollowUp before) {
        return reply.lastNeed().map(this::promise).orElse(before.ledger().last());
    }

    // the stream may show an old version late: whether a case is needed, the reply as it is says
    private Optional<FollowUp> opened(SurveyId survey) {
        Instant now = clock.instant();
        return replies.find(survey)
                .flatMap(
                        reply ->
                                reply.attention()
                                        .map(need -> opened(reply, need, order(survey), now)));
    }

    private FollowUp opened(Reply reply, Attention need, Order order, Instant now) {
        CustomerSummary customer =
                CustomerSummary.of(
                        order, reply.locale(), address -> contactKey.idOf(address).value());
        return FollowUp.open(reply, need, promise(need), customer, now);
    }

    private boolean write(Optional<FollowUp> before, FollowUp after) {
        boolean written =
                before.map(known -> followUps.change(known, after))
                        .orElseGet(() -> followUps.open(after));
        if (written) {
            note(before, after);
        }
        return written;
    }

    private static void note(Optional<FollowUp> before, FollowUp followUp) {
        String what = followUp.history().entries().getLast().what().id();
        Log.info(
                "reply followed",
                Map.of(
                        "followUpId", followUp.id().toString(),
                        "severity", followUp.severity().id(),
                        "what", what));
        if (followUp.version() == FIRST_VERSION) {
            Metrics.count("FollowUpsOpened");
        }
        if (before.filter(known -> known.timesOpened() < followUp.timesOpened()).isPresent()) {
            Metrics.count("FollowUpsReopened");
        }
        if (followUp.recovery().isPresent() && before.flatMap(FollowUp::recovery).isEmpty()) {
            Metrics.count("CustomersRecovered");
        }
    }

    /** Done again, it sets the same timer, and the mail goes out once. */
    private void announce(FollowUp followUp) {
        followUp.promiseTimer().ifPresent(timers::set);
        queues.hint(followUp, followUps);
        acknowledge(followUp);
    }

    /** If SES may have taken the mail, its word is waited for: nobody is told twice on a guess. */
    private void acknowledge(FollowUp followUp) {
        Optional<Outcome> outcome =
                followUp.customer()
                        .customer()
                        .address()
                        .map(
                                to ->
                                        mailer.send(
                                                acknowledgement(followUp, to),
                                                () -> link(followUp, to)));
        if (outcome.orElse(null) instanceof Outcome.Unsettled(Instant lookAgainAt)) {
            timers.set(new Timer(TimerKind.ACKNOWLEDGEMENT, followUp.id().toString(), lookAgainAt));
        }
    }

    private AcknowledgementMail acknowledgement(FollowUp followUp, String to) {
        Customer customer = followUp.customer().customer();
        ReplySummary said = said(followUp);
        return new AcknowledgementMail(
                followUp.id(),
                followUp.timesOpened(),
                to,
                customer.name(),
                customer.locale(),
                customer.zone(),
                followUp.promisedAt(),
                followUp.reopenedFor().filter(Escalator::isUnhappy).isPresent()
                        ? AcknowledgementMail.About.AGAIN
                        : about(said),
                wantedScore(followUp.id(), said),
                said.contactWish().map(ContactChannel::id));
    }

    /** What the customer said for which the case was opened last. */
    private static ReplySummary said(FollowUp followUp) {
        return followUp.reopenedFor().map(Verdict::reply).orElse(followUp.reply());
    }

    private static boolean isUnhappy(Verdict verdict) {
        return verdict.reply().answer().isUnhappy(verdict.reply().metric());
    }

    private static AcknowledgementMail.About about(ReplySummary reply) {
        if (reply.answer() instanceof Answer.NotReceived) {
            return AcknowledgementMail.About.MISSING;
        }
        boolean isUnhappy = reply.answer().isUnhappy(reply.metric());
        return isUnhappy || reply.letters().isEmpty()
                ? AcknowledgementMail.About.THANKS
                : AcknowledgementMail.About.LETTER;
    }

    /** Who wrote about a delay before they were asked is not asked along the way. */
    private Optional<Metric> wantedScore(SurveyId followUp, ReplySummary said) {
        return Optional.of(said)
                .filter(reply -> reply.answer() instanceof Answer.Unscored)
                .filter(_ -> orderSurveys(followUp).isAsked(followUp.touchpoint()))
                .map(ReplySummary::metric);
    }

    /** Who answers the acknowledgement writes about the same survey, or to a person. */
    private MailLink link(FollowUp followUp, String address) {
        OrderSurveys known = orderSurveys(followUp.id());
        SurveyId survey =
                followUp.reopenedFor().isPresent()
                        ? new SurveyId(followUp.id().order(), Touchpoint.FOLLOW_UP)
                        : followUp.id();
        return links.mint(
                survey,
                said(followUp).metric(),
                known.order(programme),
                followUp.customer().customer().locale(),
                contactKey.idOf(address),
                known.isAsked(survey.touchpoint()),
                clock.instant());
    }

    private Promise promise(Attention need) {
        return Promises.promise(need, programme.support(), clock.instant());
    }

    private Order order(SurveyId survey) {
        return orderSurveys(survey).order(programme);
    }

    private OrderSurveys orderSurveys(SurveyId survey) {
        return surveys.find(survey.order())
                .orElseThrow(() -> new Rejected("", "belongs to no known order"));
    }
}
