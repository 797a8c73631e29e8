package dev.doorstep.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop's order system: sends the samples of {@code events/order-events/} as if they were now. */
public final class OrderSystem {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
    private static final AwsCredentialsIdentity KEYS =
            AwsCredentialsIdentity.create("local", "local");

    private final URI orders;
    private final Path samples;

    public OrderSystem(URI orders, Path root) {
        this.orders = orders;
        this.samples = root.resolve("events/order-events");
    }

    /** Posts an event, signed; gives the decision. */
    JsonObject post(String sample) {
        return Json.parseObject(send(eventOf(sample)).body());
    }

    /** The event of a sample, as if it happened now. */
    public String eventOf(String sample) {
        return Json.write(happenedNow(sample));
    }

    /** A delivery of another order to another customer, as if it happened now. */
    public String deliveryOf(String order, String customer) {
        return eventAbout("delivered", order, customer);
    }

    /** The event of a sample, about another order of another customer, as if it happened now. */
    public String eventAbout(String sample, String order, String customer) {
        return eventOf(sample)
                .replace("A-1001", order)
                .replaceFirst("evt-\\d+", "evt-" + order + "-" + sample)
                .replace("ada@customer.example", customer);
    }

    /** Posts an event, signed. */
    public HttpResponse<String> send(String event) {
        return Web.send(signed(event));
    }

    /** Puts an event on the bus. */
    public void put(String sample) {
        putAll(List.of(eventOf(sample)));
    }

    /**
     * Puts events on the bus, in one call.
     *
     * @param events at most 10
     */
    public void putAll(List<String> events) {
        Web.send(
                HttpRequest.newBuilder(orders)
                        .header("X-Amz-Target", "AWSEvents.PutEvents")
                        .POST(
                                body(
                                        Json.write(
                                                Map.of(
                                                        "Entries",
                                                        events.stream()
                                                                .map(OrderSystem::entry)
                                                                .toList()))))
                        .build());
    }

    private static Map<String, Object> entry(String event) {
        return Map.of(
                "EventBusName",
                "orders",
                "Source",
                "shops.demo",
                "DetailType",
                Json.parseObject(event.getBytes(UTF_8)).string("type"),
                "Detail",
                event);
    }

    /** Calls the function itself; gives the decision. */
    JsonObject invoke(String sample) {
        HttpResponse<String> response =
                Web.send(
                        HttpRequest.newBuilder(
                                        orders.resolve(
                                                "/2015-03-31/functions/OrderEventsFunction/invocations"))
                                .POST(body(Json.write(happenedNow(sample))))
                                .build());
        return Json.parseObject(response.body());
    }

    private Map<String, @Nullable Object> happenedNow(String sample) {
        String now = Instant.now().toString();
        Map<String, @Nullable Object> event = new LinkedHashMap<>(read(sample).members());
        Map<String, @Nullable Object> data =
                new LinkedHashMap<>(read(sample).object("data").members());
        data.computeIfPresent("deliveredAt", (_, _) -> now);
        event.put("time", now);
        event.put("data", data);
        return event;
    }

    private JsonObject read(String sample) {
        try {
            return Json.parseObject(Files.readAllBytes(samples.resolve(sample + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest signed(String event) {
        SdkHttpRequest plain =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(orders.resolve("/orders/events"))
                        .putHeader("content-type", "application/json")
                        .build();
        SdkHttpRequest signed =
                SIGNER.sign(
                                sign ->
                                        sign.identity(KEYS)
                                                .request(plain)
                                                .payload(
                                                        ContentStreamProvider.fromUtf8String(event))
                                                .putProperty(
                                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                                        "execute-api")
                                                .putProperty(
                                                        AwsV4HttpSigner.REGION_NAME,
                                                        "eu-central-1"))
                        .request();
        HttpRequest.Builder request = HttpRequest.newBuilder(signed.getUri()).POST(body(event));
        signed.forEachHeader(
                (name, values) -> {
                    if (!name.equalsIgnoreCase("host")) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofByteArray(text.getBytes(UTF_8));
    }
}
