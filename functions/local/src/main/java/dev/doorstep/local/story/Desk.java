package dev.doorstep.local.story;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One agent at the desk. */
public final class Desk {
    private final URI api;
    private final String token;

    public Desk(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    /** The next case, if there is one. */
    public Optional<JsonObject> next() {
        Answer answer = askForNext();
        return answer.status() == 204 ? Optional.empty() : Optional.of(answer.body());
    }

    public Answer askForNext() {
        return post("/desk/follow-ups/next", Map.of());
    }

    public Answer act(String followUp, String action, Map<String, Object> body) {
        return post(path(followUp) + "/" + action, body);
    }

    /** Writes down what a customer said of an order. */
    public Answer tell(String order, Map<String, Object> body) {
        return post("/desk/orders/" + encode(order) + "/replies", body);
    }

    /**
     * Asks for a customer's data.
     *
     * @param kind {@code export} or {@code erase}
     * @param key the same for each time that the same is asked for
     */
    public Answer askForData(String kind, String address, String key) {
        return send(
                request("/customer-data/" + kind)
                        .header("content-type", "application/json")
                        .header("idempotency-key", key)
                        .POST(body(Map.of("address", address))));
    }

    /**
     * Asks for a file of the replies about deliveries of the last 30 days.
     *
     * @param key the same for each time that the same is asked for
     */
    public Answer askForReplies(String key) {
        return post("/insights/exports", Map.of("id", key));
    }

    /** The same of some days. */
    public Answer askForReplies(String key, LocalDate from, LocalDate to) {
        return post(
                "/insights/exports",
                Map.of("id", key, "from", from.toString(), "to", to.toString()));
    }

    /** Confirms what another lead asked for, about this address. */
    public Answer confirmDataRequest(String id, String address) {
        return post(
                "/customer-data/requests/" + encode(id) + "/confirm", Map.of("address", address));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** How many photographs came with a case. */
    int photographs(String followUp) {
        return letters(get(path(followUp))).mapToInt(l -> l.objects("photographs").size()).sum();
    }

    /** Follows the desk's link to the first photograph that came with a case; gives the status. */
    public int seePhotograph(String followUp) {
        Answer shown = get(path(followUp));
        if (shown.status() != 200) {
            return shown.status();
        }
        String letter =
                letters(shown)
                        .filter(l -> !l.objects("photographs").isEmpty())
                        .map(l -> l.string("id"))
                        .findFirst()
                        .orElseThrow(() -> new StoryFailed("no photograph came with the case"));
        Answer link = get(path(followUp) + "/letters/" + letter + "/photographs/1");
        return link.status() == 200 ? follow(link.body().string("url")) : link.status();
    }

    /** Follows a link for which nobody must sign in; gives the status. */
    public int follow(String url) {
        return Web.send(HttpRequest.newBuilder(URI.create(url)).build()).statusCode();
    }

    private static Stream<JsonObject> letters(Answer shown) {
        return shown.body().object("reply").objects("letters").stream();
    }

    private static String path(String followUp) {
        return "/desk/follow-ups/" + encode(followUp);
    }

    /** What the desk answered. */
    public record Answer(int status, JsonObject body) {}

    private Answer post(String path, Map<String, Object> body) {
        return send(request(path).header("content-type", "application/json").POST(body(body)));
    }

    private static HttpRequest.BodyPublisher body(Map<String, Object> body) {
        return HttpRequest.BodyPublishers.ofString(Json.write(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).header("authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Web.send(request.build());
        return new Answer(
                response.statusCode(),
                response.body().isEmpty()
                        ? JsonObject.of(Map.of(), "")
                        : Json.parseObject(response.body()));
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
