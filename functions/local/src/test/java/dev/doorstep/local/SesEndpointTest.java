package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SesEndpointTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Set<String> ALL = Set.of("send", "delivery", "bounce", "complaint");

    private final RecordingLambdas lambdas = new RecordingLambdas();
    private final Inbox inbox =
            new Inbox(
                    new AnswerBox(
                            new InboundMails(
                                    List.of(), new Buckets(List.of(), (_, _, _) -> {}), CLOCK),
                            CLOCK));
    private Optional<HttpServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(s -> s.stop(0));
    }

    @ParameterizedTest
    @CsvSource({
        "success@simulator.amazonses.com, Email Sent|Email Delivered",
        "kim@mail.test, Email Sent|Email Delivered",
        "bounce@mail.test, Email Sent|Email Delivered",
        "bounce@simulator.amazonses.com, Email Sent|Email Bounced",
        "bounce+order-1@simulator.amazonses.com, Email Sent|Email Bounced",
        "suppressionlist@simulator.amazonses.com, Email Sent|Email Bounced",
        "ooto@simulator.amazonses.com, Email Sent|Email Delivered|Email Bounced",
        "complaint@simulator.amazonses.com, Email Sent|Email Delivered|Email Complaint Received"
    })
    void tellsWhatBecomesOfAMail(String recipient, String detailTypes) throws Exception {
        send(recipient, ALL);

        assertThat(events())
                .extracting(event -> event.string("detail-type"))
                .containsExactly(detailTypes.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, Permanent, General",
        "suppressionlist, Permanent, Suppressed",
        "ooto, Transient, General"
    })
    void saysWhyAMailBounced(String mailbox, String type, String subType) throws Exception {
        String recipient = mailbox + "@simulator.amazonses.com";

        send(recipient, ALL);

        JsonObject detail = events().getLast().object("detail");
        JsonObject bounce = detail.object("bounce");
        assertThat(detail.string("eventType")).isEqualTo("Bounce");
        assertThat(bounce.string("bounceType")).isEqualTo(type);
        assertThat(bounce.string("bounceSubType")).isEqualTo(subType);
        assertThat(bounce.objects("bouncedRecipients").getFirst().string("emailAddress"))
                .isEqualTo(recipient);
    }

    @Test
    void namesTheMailAndItsTagsInEachEvent() throws Exception {
        send("complaint@simulator.amazonses.com", ALL);

        assertThat(events())
                .hasSize(3)
                .allSatisfy(
                        event -> {
                            JsonObject mail = event.object("detail").object("mail");
                            assertThat(mail.string("messageId"))
                                    .isEqualTo(inbox.mails().getFirst().id());
                            assertThat(mail.object("tags").strings("survey")).containsExactly("A");
                        });
    }

    @Test
    void tellsOnlyWhatTheDestinationMatches() throws Exception {
        send("complaint@simulator.amazonses.com", Set.of("send", "complaint"));

        assertThat(events())
                .extracting(event -> event.string("detail-type"))
                .containsExactly("Email Sent", "Email Complaint Received");
    }

    @Test
    void keepsWhereAnswersAreToGo() throws Exception {
        send("kim@mail.test", Set.of());

        assertThat(inbox.mails().getFirst().headers())
                .containsEntry("Reply-To", "r-1@reply.example.com");
    }

    private List<JsonObject> events() {
        return lambdas.events().stream().map(Json::parseObject).toList();
    }

    private void send(String recipient, Set<String> eventTypes) throws Exception {
        RuleSource rule =
                new RuleSource(
                        "MailEventsFunction",
                        Bus.DEFAULT,
                        "{\"source\":[\"aws.ses\"]}",
                        Optional.empty());
        SesEndpoint ses =
                new SesEndpoint(
                        inbox,
                        new Bus(List.of(rule), lambdas),
                        "example.com",
                        new ConfigurationSets(Map.of("surveys", eventTypes)),
                        CLOCK);
        server = Optional.of(Http.serve(0, ses::answer));
        assertThat(post(request(recipient))).isEqualTo(200);
    }

    private int post(String request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(Http.address(server.orElseThrow()))
                                    .POST(HttpRequest.BodyPublishers.ofString(request))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String request(String recipient) {
        Map<String, Object> body =
                Map.of("Html", Map.of("Data", "<p>Hello"), "Text", Map.of("Data", "Hello"));
        return Json.write(
                Map.of(
                        "FromEmailAddress",
                        "surveys@example.com",
                        "ConfigurationSetName",
                        "surveys",
                        "ReplyToAddresses",
                        List.of("r-1@reply.example.com"),
                        "Destination",
                        Map.of("ToAddresses", List.of(recipient)),
                        "EmailTags",
                        List.of(Map.of("Name", "survey", "Value", "A")),
                        "Content",
                        Map.of(
                                "Simple",
                                Map.of("Subject", Map.of("Data", "Hello"), "Body", body))));
    }
}
