package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.links.Links;
import dev.doorstep.replies.Replies;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Works on confirmed requests in small steps, each of which can be done again: looks at a part of a
 * place, notes what it found there, deals with that, and so on. Where it is stands in the request's
 * row, so that another run of the function, or the same message once more, goes on from there. Safe
 * for use by several threads.
 */
final class Job {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int MAILS_AT_A_TIME = 50;

    private final DataRequests requests;
    private final JobQueue queue;
    private final ContactKey contactKey;
    private final Map<Place, Holding> places;
    private final Export export;
    private final Clock clock;

    Job(
            DataRequests requests,
            JobQueue queue,
            ContactKey contactKey,
            Map<Place, Holding> places,
            Export export,
            Clock clock) {
        this.requests = requireNonNull(requests, "requests is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.places = Map.copyOf(places);
        this.export = requireNonNull(export, "export is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static Job production(
            Environment environment,
            DataRequests requests,
            JobQueue queue,
            ContactKey contactKey,
            Exports exports) {
        InboundMails mails = InboundMails.production(environment);
        return new Job(
                requests,
                queue,
                contactKey,
                places(
                        DynamoDb.client(),
                        environment,
                        mails,
                        ROWS_AT_A_TIME,
                        MAILS_AT_A_TIME,
                        Clock.systemUTC()),
                new Export(mails, exports),
                Clock.systemUTC());
    }

    /**
     * All that holds data of customers.
     *
     * @param rows how many rows are looked at in one step at most
     * @param opened how many mails are opened in one step at most
     */
    static Map<Place, Holding> places(
            DynamoDbClient dynamoDb,
            Environment environment,
            InboundMails mails,
            int rows,
            int opened,
            Clock clock) {
        String surveys = environment.require("SURVEYS_TABLE");
        String links = environment.require("LINKS_TABLE");
        String timers = environment.require("TIMERS_TABLE");
        FollowUps followUps = new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE"));
        Replies replies = new Replies(dynamoDb, environment.require("REPLIES_TABLE"));
        Contacts contacts = new Contacts(dynamoDb, environment.require("CONTACTS_TABLE"));
        Answers answers = new Answers(replies, followUps, mails);
        Map<Place, Holding> places = new EnumMap<>(Place.class);
        places.put(
                Place.SURVEYS,
                new Orders(
                        new TableWalk(dynamoDb, surveys, rows),
                        new Surveys(dynamoDb, surveys),
                        answers,
                        clock));
        places.put(Place.FOLLOW_UPS, new OtherFollowUps(followUps, answers, clock));
        places.put(
                Place.LINKS,
                new TheirLinks(new TableWalk(dynamoDb, links, rows), new Links(dynamoDb, links)));
        places.put(
                Place.TIMERS,
                new TheirTimers(
                        new TableWalk(dynamoDb, timers, rows), new Timers(dynamoDb, timers)));
        places.put(Place.INBOUND_MAILS, new TheirInboundMails(mails, opened));
        places.put(Place.CONTACTS, new TheirContact(contacts));
        places.put(
                Place.MAILS,
                new TheirMails(new TableWalk(dynamoDb, environment.require("MAILS_TABLE"), rows)));
        return places;
    }

    /**
     * Goes on with a request until it is done, or the time is up: then it sends itself on. Being
     * told so again, also at the same time, does no harm.
     *
     * @throws Rejected if there is no such request, or nobody confirmed it
     */
    void goOn(String id, BooleanSupplier hasTime) {
        DataRequest request = require(id);
        while (!request.isDone()) {
            request = written(next(request));
            if (!request.isDone() && !hasTime.getAsBoolean()) {
                queue.send(id);
                return;
            }
        }
    }

    /** Who loses against another run, or against their own repeated write, looks again. */
    private DataRequest written(DataRequest next) {
        if (!requests.write(next)) {
            return require(next.id());
        }
        if (next.isDone()) {
            note(next);
        }
        return next;
    }

    private DataRequest require(String id) {
        return requests.find(id)
                .filter(request -> request.confirmed().isPresent())
                .orElseThrow(() -> new Rejected("/requestId", "names no confirmed request"));
    }

    private DataRequest next(DataRequest request) {
        Progress progress = request.progress();
        if (!progress.pending().isEmpty()) {
            deal(request, progress.pending().getFirst());
            return request.in(progress.dealtWith());
        }
        return progress.place().map(place -> looked(request, place)).orElseGet(() -> end(request));
    }

    private DataRequest looked(DataRequest request, Place place) {
        Progress progress = request.progress();
        Found.Page page = holding(place).look(customer(request), progress.cursor());
        return switch (request.kind()) {
            case ERASE -> request.in(progress.toErase(place, page));
            case EXPORT -> {
                export.keep(request, page);
                yield request.in(progress.toExport(place, page));
            }
        };
    }

    private void deal(DataRequest request, Progress.Pending pending) {
        switch (request.kind()) {
            case ERASE -> holding(pending.place()).erase(customer(request), pending.name());
            case EXPORT -> export.copy(request, pending.name());
        }
    }

    private DataRequest end(DataRequest request) {
        if (request.kind() == Kind.EXPORT) {
            export.finish(request);
        }
        return request.done(clock.instant());
    }

    private Customer customer(DataRequest request) {
        return new Customer(request.contact(), contactKey, request.progress().orders());
    }

    private Holding holding(Place place) {
        return requireNonNull(places.get(place), place + " is nowhere");
    }

    private static void note(DataRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requestId", request.id());
        fields.put("kind", request.kind().id());
        request.progress().counts().forEach((kept, count) -> fields.put(kept.id(), count));
        Log.info("customer data request done", fields);
        Metrics.count(
                switch (request.kind()) {
                    case ERASE -> "CustomersErased";
                    case EXPORT -> "CustomersExported";
                });
    }
}
