package dev.doorstep.orderevents;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes order events by HTTP, from the event bus, or by direct invoke of one event or an array; and
 * follow-ups that were resolved from their table's stream.
 */
public final class OrderEventsHandler implements RequestStreamHandler {
    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_EVENTS = 100;
    private static final int UNAVAILABLE = 503;
    private static final Set<String> JSON_TYPES =
            Set.of(
                    "application/json",
                    "application/cloudevents+json",
                    "application/cloudevents-batch+json");

    private final OrderEvents events;
    private final EventReader reader;

    /** Used by the Lambda runtime, once per execution environment. */
    public OrderEventsHandler() {
        this(OrderEvents.production(Environment.system(), Clock.systemUTC()), Clock.systemUTC());
    }

    public OrderEventsHandler(OrderEvents events, Clock clock) {
        this.events = requireNonNull(events, "events is null");
        this.reader = new EventReader(clock);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream result, Context context)
            throws IOException {
        handle(input, result);
    }

    void handle(InputStream input, OutputStream result) throws IOException {
        Object payload = Json.parse(input.readAllBytes());
        if (payload instanceof Map<?, ?> map && map.get("requestContext") instanceof Map<?, ?>) {
            overHttp(HttpRequest.of(JsonObject.of(payload, ""))).writeTo(result);
        } else if (payload instanceof Map<?, ?> map && map.containsKey("detail-type")) {
            Json.writeTo(result, fromTheBus(map.get("detail")).members());
        } else if (payload instanceof Map<?, ?> map && map.get("Records") instanceof List<?>) {
            ResolvedFollowUps.handle(JsonObject.of(payload, ""), events, result);
        } else {
            result.write(direct(payload).getBytes(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse overHttp(HttpRequest request) {
        try {
            if (!JSON_TYPES.contains(request.contentType())) {
                return HttpResponse.problem(
                        Problem.of(415, "Unsupported Media Type", "must be application/json"));
            }
            byte[] body = request.body();
            if (body.length > MAX_BODY) {
                return HttpResponse.problem(
                        Problem.of(413, "Content Too Large", "must be no larger than 1 MiB"));
            }
            return response(Json.parse(body));
        } catch (Rejected e) {
            return HttpResponse.problem(Problem.of(e));
        }
    }

    private HttpResponse response(@Nullable Object body) {
        if (body instanceof List<?> batch) {
            List<Answer> answers = answers(batch);
            boolean allTaken = answers.stream().allMatch(Answer.Decided.class::isInstance);
            return HttpResponse.json(
                    allTaken ? 200 : 207, answers.stream().map(Answer::members).toList());
        }
        return switch (answer(body)) {
            case Answer.Decided decided -> HttpResponse.json(200, decided.members());
            case Answer.Refused refused -> HttpResponse.problem(refused.problem());
        };
    }

    /** What fails here is tried again by Lambda, and then kept in the dead-letter queue. */
    private Answer fromTheBus(@Nullable Object detail) {
        return new Answer.Decided(events.receive(reader.read(detail)));
    }

    /**
     * Nobody may wait for the result, so an event that could not be written fails the whole call,
     * for Lambda to try it again; those that were written keep their decisions.
     */
    private String direct(@Nullable Object payload) {
        if (payload instanceof List<?> batch) {
            List<Answer> answers = answers(batch);
            answers.forEach(OrderEventsHandler::requireTaken);
            return Json.write(answers.stream().map(Answer::members).toList());
        }
        Answer answer = answer(payload);
        requireTaken(answer);
        return Json.write(answer.members());
    }

    private static void requireTaken(Answer answer) {
        if (answer.status() == UNAVAILABLE) {
            throw new Unavailable("an event could not be written");
        }
    }

    private List<Answer> answers(List<?> batch) {
        if (batch.isEmpty() || batch.size() > MAX_EVENTS) {
            throw new Rejected("", "must hold 1 to " + MAX_EVENTS + " events");
        }
        return batch.stream().map(this::answer).toList();
    }

    private Answer answer(@Nullable Object event) {
        Object id = event instanceof Map<?, ?> map ? map.get("id") : null;
        try {
            return new Answer.Decided(events.receive(reader.read(event)));
        } catch (Rejected e) {
            return new Answer.Refused(id, Problem.of(e));
        } catch (Unavailable e) {
            return new Answer.Refused(id, Problem.of(e));
        }
    }
}
