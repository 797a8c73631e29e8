package dev.doorstep.customerdata;

import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.links.Links;
import dev.doorstep.replies.Replies;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/**
 * All that holds data of customers.
 *
 * @param ofCustomers by what is one customer's
 * @param outdated by what was kept for long enough
 */
record Holdings(
        Map<Place, Holding<Customer>> ofCustomers, Map<Place, Holding<Subject.Outdated>> outdated) {
    /** Much of a page may be outdated, and is noted whole with each step. */
    private static final int MOST_OUTDATED = 200;

    Holdings {
        ofCustomers = Map.copyOf(ofCustomers);
        outdated = Map.copyOf(outdated);
    }

    /**
     * @param rows how many rows are looked at in one step at most
     * @param opened how many mails are opened in one step at most
     */
    static Holdings of(
            DynamoDbClient dynamoDb,
            Environment environment,
            InboundMails mails,
            int rows,
            int opened,
            Clock clock) {
        Tables tables = new Tables(dynamoDb, environment, mails, clock);
        return new Holdings(
                tables.ofCustomers(rows, opened), tables.outdated(Math.min(rows, MOST_OUTDATED)));
    }

    /** The tables, and what looks into several of them. */
    private static final class Tables {
        private final DynamoDbClient dynamoDb;
        private final Environment environment;
        private final InboundMails mails;
        private final Clock clock;
        private final Surveys surveys;
        private final FollowUps followUps;
        private final Answers answers;

        Tables(DynamoDbClient dynamoDb, Environment environment, InboundMails mails, Clock clock) {
            this.dynamoDb = dynamoDb;
            this.environment = environment;
            this.mails = mails;
            this.clock = clock;
            this.surveys = new Surveys(dynamoDb, environment.require("SURVEYS_TABLE"));
            this.followUps = new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE"));
            Replies replies = new Replies(dynamoDb, environment.require("REPLIES_TABLE"));
            this.answers = new Answers(replies, followUps, mails);
        }

        Map<Place, Holding<Customer>> ofCustomers(int rows, int opened) {
            Links links = new Links(dynamoDb, environment.require("LINKS_TABLE"));
            Timers timers = new Timers(dynamoDb, environment.require("TIMERS_TABLE"));
            Contacts contacts = new Contacts(dynamoDb, environment.require("CONTACTS_TABLE"));
            Map<Place, Holding<Customer>> places = new EnumMap<>(Place.class);
            places.put(
                    Place.SURVEYS,
                    new Orders(
                            closeWalk(environment.require("SURVEYS_TABLE"), rows),
                            surveys,
                            answers,
                            clock));
            places.put(Place.FOLLOW_UPS, new OtherFollowUps(followUps, answers, clock));
            places.put(
                    Place.LINKS,
                    new TheirLinks(closeWalk(environment.require("LINKS_TABLE"), rows), links));
            places.put(
                    Place.TIMERS,
                    new TheirTimers(closeWalk(environment.require("TIMERS_TABLE"), rows), timers));
            places.put(Place.INBOUND_MAILS, new TheirInboundMails(mails, links, opened, clock));
            places.put(Place.CONTACTS, new TheirContact(contacts));
            places.put(
                    Place.MAILS,
                    new TheirMails(closeWalk(environment.require("MAILS_TABLE"), rows)));
            places.put(Place.LATE_ANSWERS, new LateAnswers(answers, clock));
            return places;
        }

        Map<Place, Holding<Subject.Outdated>> outdated(int rows) {
            Dossiers dossiers = new Dossiers(surveys, answers, clock);
            Map<Place, Holding<Subject.Outdated>> places = new EnumMap<>(Place.class);
            places.put(
                    Place.SURVEYS,
                    new OutdatedOrders(
                            walk(environment.require("SURVEYS_TABLE"), rows),
                            OutdatedOrders::bySurveys,
                            dossiers));
            places.put(
                    Place.REPLIES,
                    new OutdatedOrders(
                            walk(environment.require("REPLIES_TABLE"), rows),
                            OutdatedOrders::byReply,
                            dossiers));
            places.put(
                    Place.FOLLOW_UPS,
                    new OutdatedOrders(
                            walk(environment.require("FOLLOW_UPS_TABLE"), rows),
                            OutdatedOrders::byFollowUp,
                            dossiers));
            places.put(Place.INBOUND_MAILS, new OutdatedMails(mails, followUps, rows));
            return places;
        }

        private TableWalk closeWalk(String table, int rows) {
            return new TableWalk(dynamoDb, table, rows, Consistency.STRONG);
        }

        /**
         * What is missed is found a day later, and each find is looked at closely: half as dear.
         */
        private TableWalk walk(String table, int rows) {
            return new TableWalk(dynamoDb, table, rows, Consistency.EVENTUAL);
        }
    }
}
