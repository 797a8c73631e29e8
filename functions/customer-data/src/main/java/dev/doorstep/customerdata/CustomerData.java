package dev.doorstep.customerdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.ApiAnswer;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.MailDomain;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes requests for a customer's data from the leads of support: one asks, another confirms, both
 * see what became of it. Safe for use by several threads.
 */
final class CustomerData {
    private static final int MAX_BYTES = 8 * 1024;
    private static final int LONGEST_ADDRESS = 254;
    private static final int ATTEMPTS = 5;
    private static final String ADDRESS = "address";
    private static final Pattern FORM_OF_ADDRESS =
            Pattern.compile(
                    "[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\\\\\"]+@[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\\\\\"]+\\.[^\\s\\p{Z}\\p{C}@.<>()\\[\\],;:\\\\\"]{2,}");

    private final DataRequests requests;
    private final JobQueue queue;
    private final ContactKey contactKey;
    private final Exports exports;
    private final Groups groups;
    private final Clock clock;

    CustomerData(
            DataRequests requests,
            JobQueue queue,
            ContactKey contactKey,
            Exports exports,
            Groups groups,
            Clock clock) {
        this.requests = requireNonNull(requests, "requests is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.exports = requireNonNull(exports, "exports is null");
        this.groups = requireNonNull(groups, "groups is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Answers a request of someone who is signed in; what is wrong with it is in the answer. */
    HttpResponse respond(HttpRequest request) {
        return ApiAnswer.of(() -> groups.admit(request, Role.LEAD, lead -> route(request, lead)));
    }

    private HttpResponse route(HttpRequest request, String lead) {
        List<String> path = List.of(request.path().split("/", -1));
        String what = request.method() + " " + path.getLast() + path.size();
        return switch (what) {
            case "POST export3" -> ask(Kind.EXPORT, request, lead);
            case "POST erase3" -> ask(Kind.ERASE, request, lead);
            case "POST confirm5" -> confirm(request, lead);
            default -> request.method().equals("GET") ? show(id(request)) : notFound();
        };
    }

    private HttpResponse ask(Kind kind, HttpRequest request, String lead) {
        Optional<HttpResponse> problem = problemOfBody(request);
        if (problem.isPresent()) {
            return problem.get();
        }
        ContactId contact = contact(request);
        Deed deed = new Deed(lead, clock.instant());
        DataRequest asked = DataRequest.ask(id(request, kind, contact, lead), kind, contact, deed);
        DataRequest kept = kept(asked);
        return HttpResponse.json(201, RequestJson.of(kept, List.of()))
                .withHeaders(Map.of("location", "/customer-data/requests/" + kept.id()));
    }

    /** The request as it is there: it may have been asked for before, under the same key. */
    private DataRequest kept(DataRequest asked) {
        if (!requests.write(asked)) {
            return requests.find(asked.id()).orElse(asked);
        }
        Log.info(
                "customer data asked for",
                Map.of("requestId", asked.id(), "kind", asked.kind().id()));
        return asked;
    }

    /** The same for each time that the same lead asks for the same with the same key. */
    private static String id(HttpRequest request, Kind kind, ContactId contact, String lead) {
        return request.header("idempotency-key")
                .map(key -> String.join("\n", key, lead, kind.id(), contact.value()))
                .map(name -> UUID.nameUUIDFromBytes(name.getBytes(UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    private static Optional<HttpResponse> problemOfBody(HttpRequest request) {
        if (request.body().length > MAX_BYTES) {
            return Optional.of(problem(413, "Content Too Large", "The body exceeds 8 KB."));
        }
        if (request.body().length > 0 && !request.contentType().equals("application/json")) {
            return Optional.of(
                    problem(415, "Unsupported Media Type", "The body must be application/json."));
        }
        return Optional.empty();
    }

    /** Whose address the body names. */
    private ContactId contact(HttpRequest request) {
        return contactKey.idOf(address(Json.parseObject(request.body())));
    }

    private static String address(JsonObject body) {
        String address = body.string(ADDRESS).strip();
        if (address.length() > LONGEST_ADDRESS || !FORM_OF_ADDRESS.matcher(address).matches()) {
            throw new Rejected(body.pointerTo(ADDRESS), "is not a mail address");
        }
        return withKnownDomain(address, body);
    }

    private static String withKnownDomain(String address, JsonObject body) {
        try {
            var _ = MailDomain.ascii(address.substring(address.lastIndexOf('@') + 1));
            return address;
        } catch (IllegalArgumentException _) {
            throw new Rejected(
                    body.pointerTo(ADDRESS),
                    "has a domain that cannot be, or must be written in ASCII");
        }
    }

    /**
     * Confirming again is harmless, and puts a request that stands still to work again. Who
     * confirms says whose data it is about: a slip of who asked would else be nobody's to see.
     */
    private HttpResponse confirm(HttpRequest http, String lead) {
        String id = id(http);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<DataRequest> found = requests.find(id);
            if (found.isEmpty()) {
                return notFound();
            }
            DataRequest request = found.get();
            if (request.asked().by().equals(lead)) {
                return problem(403, "Forbidden", "Another lead must confirm what you asked for.");
            }
            Optional<HttpResponse> problem = problemOfSubject(request, http);
            if (problem.isPresent()) {
                return problem.get();
            }
            if (request.confirmed().isPresent()) {
                return started(request);
            }
            DataRequest confirmed = request.confirmed(new Deed(lead, clock.instant()));
            if (requests.write(confirmed)) {
                Log.info("customer data request confirmed", Map.of("requestId", id));
                return started(confirmed);
            }
        }
        throw new Unavailable("the request is being written by others");
    }

    /** The day's run is about nobody. */
    private Optional<HttpResponse> problemOfSubject(DataRequest request, HttpRequest http) {
        return switch (request.subject()) {
            case Subject.Outdated _ -> Optional.empty();
            case Subject.OfContact(ContactId contact) ->
                    problemOfBody(http)
                            .or(
                                    () ->
                                            contact(http).equals(contact)
                                                    ? Optional.empty()
                                                    : Optional.of(anotherAddress()));
        };
    }

    private HttpResponse started(DataRequest request) {
        if (!request.isDone()) {
            queue.send(request.id());
        }
        return HttpResponse.json(202, RequestJson.of(request, List.of()));
    }

    private HttpResponse show(String id) {
        return requests.find(id)
                .map(request -> HttpResponse.json(200, RequestJson.of(request, links(request))))
                .orElseGet(CustomerData::notFound);
    }

    private List<Exports.Link> links(DataRequest request) {
        boolean isThere =
                request.kind() == Kind.EXPORT
                        && request.doneAt()
                                .filter(at -> clock.instant().isBefore(at.plus(Exports.KEPT)))
                                .isPresent();
        return isThere
                ? Export.files(request).map(name -> exports.link(request.id(), name)).toList()
                : List.of();
    }

    /** An empty id is none of a request, and no key of a table. */
    private static String id(HttpRequest request) {
        return Optional.ofNullable(request.pathParameters().get("id"))
                .filter(id -> !id.isBlank())
                .orElse("none");
    }

    private static HttpResponse anotherAddress() {
        return problem(409, "Conflict", "The request is about another address.");
    }

    private static HttpResponse notFound() {
        return problem(404, "Not Found", "There is no such request.");
    }

    private static HttpResponse problem(int status, String title, String detail) {
        return HttpResponse.problem(Problem.of(status, title, detail));
    }
}
