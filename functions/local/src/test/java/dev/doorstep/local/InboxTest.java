package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class InboxTest {
    private static final String BUCKET = "doorstep-mailsbucket";
    private static final Clock CLOCK = Clock.systemUTC();

    private final Buckets buckets = new Buckets(List.of(BUCKET), (_, _, _) -> {});
    private final Inbox inbox =
            new Inbox(
                    new AnswerBox(
                            new InboundMails(
                                    List.of(
                                            new ReceiptRule(
                                                    List.of("reply.example.com"), BUCKET, "in/")),
                                    buckets,
                                    CLOCK),
                            CLOCK));
    private final HttpServer server = Http.serve(0, inbox::answer);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    @Test
    void sendsAnAnswerAsAMailClientWould() throws Exception {
        inbox.add(mail("m-1", "Answers <r-1@reply.example.com>"));

        HttpResponse<String> response = post("m-1", "9, schöne Grüße\n— Kim");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(get(response.headers().firstValue("Location").orElseThrow()))
                .contains("Your answer was sent.");
        Message answer = received();
        assertThat(answer.getSubject()).isEqualTo("Re: Wie war's?");
        assertThat(answer.getFrom().getFirst().getAddress()).isEqualTo("kim@mail.test");
        assertThat(answer.getTo().flatten().getFirst().getAddress())
                .isEqualTo("r-1@reply.example.com");
        assertThat(answer.getHeader().getField("In-Reply-To").getBody())
                .isEqualTo("<m-1@eu-central-1.amazonses.com>");
        assertThat(answer.getHeader().getField("Return-Path").getBody())
                .isEqualTo("<kim@mail.test>");
        assertThat(text(answer))
                .isEqualTo(
                        """
                        9, schöne Grüße
                        — Kim

                        On Wed, Nov 25, 2026 at 8:00 AM, Doorstep <surveys@example.com> wrote:

                        > Wie zufrieden?
                        >
                        > 0 1 2
                        """);
    }

    @Test
    void hasNoBoxWhereAnAnswerWouldComeToNobody() throws Exception {
        inbox.add(mail("m-1", "someone@example.com"));
        inbox.add(new Mail("m-2", Instant.EPOCH, "a@b.c", "d@e.f", "s", "h", "t", Map.of()));

        assertThat(get("/mails/m-1")).doesNotContain("<textarea");
        assertThat(get("/mails/m-2")).doesNotContain("<textarea");
        assertThat(post("m-1", "9").statusCode()).isEqualTo(404);
        assertThat(buckets.all(BUCKET)).isEmpty();
    }

    @Test
    void sendsNothingUnlessTheButtonIsPressed() throws Exception {
        inbox.add(mail("m-1", "r-1@reply.example.com"));

        assertThat(status("/mails/m-1/answers?text=9")).isEqualTo(405);
        assertThat(buckets.all(BUCKET)).isEmpty();
    }

    @Test
    void showsTheMailInAFrameThatRunsNothing() throws Exception {
        inbox.add(mail("m-1", "r-1@reply.example.com"));

        assertThat(get("/mails/m-1"))
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", "<textarea");
        assertThat(get("/html/m-1")).contains("<head><base target=\"_blank\">");
    }

    @Test
    void showsMarkupOfAMailAsText() throws Exception {
        String markup = "<script>'\"&";
        inbox.add(
                new Mail(
                        "m-1",
                        Instant.EPOCH,
                        markup,
                        markup,
                        markup,
                        "",
                        markup,
                        Map.of(markup, markup, "Reply-To", "r-1@reply.example.com")));

        assertThat(get("/mails/m-1")).doesNotContain("<script");
        assertThat(get("/")).doesNotContain("<script");
    }

    private static Mail mail(String id, String replyTo) {
        return new Mail(
                id,
                Instant.parse("2026-11-25T08:00:00Z"),
                "Doorstep <surveys@example.com>",
                "kim@mail.test",
                "Wie war's?",
                "<html><head></head><body>Wie zufrieden?</body></html>",
                "Wie zufrieden?\n\n0 1 2\n",
                Map.of("Reply-To", replyTo));
    }

    private Message received() throws IOException {
        assertThat(buckets.all(BUCKET)).hasSize(1);
        byte[] content = buckets.all(BUCKET).values().iterator().next().content();
        return Message.Builder.of(new ByteArrayInputStream(content)).build();
    }

    private static String text(Message message) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ((TextBody) message.getBody()).getInputStream().transferTo(text);
        return text.toString(UTF_8).replace("\r\n", "\n");
    }

    private String get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private int status(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> post(String id, String text) throws Exception {
        return http.send(
                request("/mails/" + id + "/answers")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "text=" + URLEncoder.encode(text, UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Http.address(server).resolve(path));
    }
}
