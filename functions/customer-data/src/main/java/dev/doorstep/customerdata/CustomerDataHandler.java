package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.SqsBatch;
import dev.doorstep.programme.Programme;
import dev.doorstep.roles.Groups;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes requests for a customer's data, and works on those that are confirmed; starts, by its
 * schedule, what erases data that was kept for long enough.
 */
public final class CustomerDataHandler implements RequestStreamHandler {
    /** What one more step, and to send itself on, may take. */
    private static final int RESERVE_MILLIS = 5_000;

    private final CustomerData api;
    private final Job job;
    private final Supplier<Retention> retention;

    /** Used by the Lambda runtime, once per execution environment. */
    public CustomerDataHandler() {
        Environment environment = Environment.system();
        DataRequests requests =
                new DataRequests(
                        DynamoDb.client(), environment.require("CUSTOMER_DATA_REQUESTS_TABLE"));
        JobQueue queue = JobQueue.production(environment);
        ContactKey contactKey = ContactKey.of(environment.require("CONTACTS_KEY"));
        Exports exports = Exports.production(environment);
        this.api =
                new CustomerData(
                        requests,
                        queue,
                        contactKey,
                        exports,
                        Groups.production(environment),
                        Clock.systemUTC());
        this.job = Job.production(environment, requests, queue, contactKey, exports);
        this.retention =
                () ->
                        new Retention(
                                requests, queue, Programme.load(environment), Clock.systemUTC());
    }

    /**
     * @param retention which only its schedule needs
     */
    CustomerDataHandler(CustomerData api, Job job, Supplier<Retention> retention) {
        this.api = requireNonNull(api, "api is null");
        this.job = requireNonNull(job, "job is null");
        this.retention = requireNonNull(retention, "retention is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result, () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    }

    void handle(InputStream event, OutputStream result, BooleanSupplier hasTime) {
        JsonObject json = Json.readObject(event);
        if (json.has("Records")) {
            SqsBatch.of(json)
                    .process(message -> job.goOn(JobQueue.requestId(message.body()), hasTime))
                    .writeTo(result);
        } else if (json.has("source")) {
            retention.get().start();
        } else {
            api.respond(HttpRequest.of(json)).writeTo(result);
        }
    }
}
