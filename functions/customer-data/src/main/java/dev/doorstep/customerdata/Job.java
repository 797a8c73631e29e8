package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Holdings holdings;
    private final Export export;
    private final Duration settlingTime;
    private final Clock clock;

    /**
     * @param settlingTime for how long somebody can still answer whose order was erased
     */
    Job(
            DataRequests requests,
            JobQueue queue,
            ContactKey contactKey,
            Holdings holdings,
            Export export,
            Duration settlingTime,
            Clock clock) {
        this.requests = requireNonNull(requests, "requests is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.holdings = requireNonNull(holdings, "holdings is null");
        this.export = requireNonNull(export, "export is null");
        this.settlingTime = requireNonNull(settlingTime, "settlingTime is null");
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
                Holdings.of(
                        DynamoDb.client(),
                        environment,
                        mails,
                        ROWS_AT_A_TIME,
                        MAILS_AT_A_TIME,
                        Clock.systemUTC()),
                new Export(mails, exports),
                Duration.parse(environment.require("ERASURE_SETTLING_TIME")),
                Clock.systemUTC());
    }

    /**
     * Goes on with a request until it is done, or has to wait, or the time is up: then it sends
     * itself on. Being told so again, also at the same time, does no harm.
     *
     * @throws Rejected if there is no such request, or nobody confirmed it
     */
    void goOn(String id, BooleanSupplier hasTime) {
        DataRequest request = require(id);
        while (!request.isDone()) {
            Optional<Duration> wait = request.progress().wait(clock.instant());
            if (wait.isPresent()) {
                queue.send(id, wait.get());
                return;
            }
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
        Found.Page page = look(request, place);
        return switch (request.kind()) {
            case ERASE, RETENTION ->
                    request.in(settling(progress, progress.toErase(request.kind(), place, page)));
            case EXPORT -> {
                export.keep(request, page);
                yield request.in(progress.toExport(place, page));
            }
        };
    }

    /** What can still be answered is looked for when nothing can be any more. */
    private Progress settling(Progress before, Progress next) {
        return next.isAt(Place.LATE_ANSWERS) && !before.isAt(Place.LATE_ANSWERS)
                ? next.notBefore(clock.instant().plus(settlingTime))
                : next;
    }

    private Found.Page look(DataRequest request, Place place) {
        Optional<String> cursor = request.progress().cursor();
        return switch (request.subject()) {
            case Subject.OfContact(ContactId contact) ->
                    at(place, holdings.ofCustomers()).look(customer(contact, request), cursor);
            case Subject.Outdated outdated -> at(place, holdings.outdated()).look(outdated, cursor);
        };
    }

    private void deal(DataRequest request, Progress.Pending pending) {
        switch (request.kind()) {
            case ERASE, RETENTION -> erase(request, pending);
            case EXPORT -> export.copy(request, pending.name());
        }
    }

    private void erase(DataRequest request, Progress.Pending pending) {
        switch (request.subject()) {
            case Subject.OfContact(ContactId contact) ->
                    at(pending.place(), holdings.ofCustomers())
                            .erase(customer(contact, request), pending.name());
            case Subject.Outdated outdated ->
                    at(pending.place(), holdings.outdated()).erase(outdated, pending.name());
        }
    }

    private DataRequest end(DataRequest request) {
        if (request.kind() == Kind.EXPORT && !export.finish(request)) {
            Log.warn("export begun anew", Map.of("requestId", request.id()));
            return request.in(Progress.begin());
        }
        return request.done(clock.instant());
    }

    private Customer customer(ContactId contact, DataRequest request) {
        return new Customer(contact, contactKey, request.progress().orders());
    }

    private static <S> Holding<S> at(Place place, Map<Place, Holding<S>> holdings) {
        return requireNonNull(holdings.get(place), place + " is nowhere");
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
                    case RETENTION -> "RetentionRuns";
                });
    }
}
