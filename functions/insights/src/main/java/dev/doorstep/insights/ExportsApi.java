package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.ApiAnswer;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes requests for exports from the leads of support, and shows what became of them; what is
 * wrong with a request is in the answer. Safe for use by several threads.
 */
final class ExportsApi {
    static final String EXPORTS = "/insights/exports";
    private static final int MAX_BYTES = 8 * 1024;
    private static final String ID = "id";

    private final Groups groups;
    private final Supplier<ExportJobs> jobs;
    private final Clock clock;

    ExportsApi(Groups groups, Supplier<ExportJobs> jobs, Clock clock) {
        this.groups = requireNonNull(groups, "groups is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    HttpResponse respond(HttpRequest request) {
        return ApiAnswer.of(() -> groups.admit(request, Role.LEAD, lead -> route(request, lead)));
    }

    private HttpResponse route(HttpRequest request, String lead) {
        if (request.path().equals(EXPORTS)) {
            return request.method().equals("POST") ? ask(request, lead) : notFound();
        }
        String id = request.path().substring(EXPORTS.length() + 1);
        return request.method().equals("GET") && !id.isBlank() ? show(id) : notFound();
    }

    private HttpResponse ask(HttpRequest request, String lead) {
        if (request.body().length > MAX_BYTES) {
            return problem(413, "Content Too Large", "The body exceeds 8 KB.");
        }
        if (request.body().length > 0 && !request.contentType().equals("application/json")) {
            return problem(415, "Unsupported Media Type", "The body must be application/json.");
        }
        Map<String, String> fields = fields(Json.parseObject(request.body()));
        Optional<String> id = Optional.ofNullable(fields.remove(ID));
        Instant now = clock.instant();
        return jobs.get()
                .ask(fields, request.header("idempotency-key").or(() -> id), lead, now)
                .map(job -> taken(job, now))
                .orElseGet(() -> problem(409, "Conflict", "This key was used for another export."));
    }

    private static Map<String, String> fields(JsonObject body) {
        Map<String, String> fields = new HashMap<>();
        for (String name : body.members().keySet()) {
            if (!ExportRequest.FIELDS.contains(name) && !name.equals(ID)) {
                throw new Rejected(body.pointerTo(name), "is unknown");
            }
            body.findString(name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    private static HttpResponse taken(ExportJob job, Instant now) {
        return HttpResponse.json(202, ExportJson.of(job, Optional.empty(), now))
                .withHeaders(Map.of("location", EXPORTS + "/" + job.id()));
    }

    private HttpResponse show(String id) {
        Instant now = clock.instant();
        return jobs.get()
                .find(id)
                .map(
                        job ->
                                job.isGone(now)
                                        ? problem(410, "Gone", "This export is there no more.")
                                        : HttpResponse.json(
                                                200,
                                                ExportJson.of(job, jobs.get().link(job, now), now)))
                .orElseGet(ExportsApi::notFound);
    }

    private static HttpResponse notFound() {
        return problem(404, "Not Found", "There is no such export.");
    }

    private static HttpResponse problem(int status, String title, String detail) {
        return HttpResponse.problem(Problem.of(status, title, detail));
    }
}
