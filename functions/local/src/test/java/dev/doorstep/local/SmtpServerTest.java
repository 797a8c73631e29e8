package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.james.mime4j.dom.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

class SmtpServerTest {
    private static final String BUCKET = "doorstep-mailsbucket";
    private static final String MAIL =
            """
            From: =?UTF-8?Q?Zo=C3=AB?= <zoe@mail.test>
            To: r-1@reply.example.com
            Subject: %s

            9
            ..
            """
                    .replace("\n", "\r\n");

    private final Buckets buckets = new Buckets(List.of(BUCKET), (_, _, _) -> {});
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
    private final InboundMails inbound =
            new InboundMails(
                    List.of(new ReceiptRule(List.of("reply.example.com"), BUCKET, "in/")),
                    buckets,
                    clock);
    private final SmtpServer server = new SmtpServer(0, inbound);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void putsAMailIntoTheBucketWithSesHeadersAboveItsOwn() throws IOException {
        List<String> answers = send("<zoe@mail.test>", "r-1@reply.example.com", MAIL.formatted(""));

        assertThat(answers.getLast()).startsWith("250");
        Map.Entry<String, S3Object> stored = buckets.all(BUCKET).entrySet().iterator().next();
        assertThat(stored.getKey()).matches("in/[a-z0-9]{40}");
        assertThat(text(stored.getValue()))
                .startsWith(
                        """
                        Return-Path: <zoe@mail.test>
                        Received: from client.test (client.test [127.0.0.1])
                         by inbound-smtp.eu-central-1.amazonaws.com with SMTP id %s
                         for r-1@reply.example.com;
                         Wed, 25 Nov 2026 08:00:00 GMT
                        X-SES-Spam-Verdict: PASS
                        X-SES-Virus-Verdict: PASS
                        Received-SPF: pass (spfCheck: domain of mail.test designates 127.0.0.1\
                         as permitted sender) client-ip=127.0.0.1; envelope-from=zoe@mail.test;\
                         helo=client.test;
                        Authentication-Results: amazonses.com;
                         spf=pass\
                        """
                                .formatted(stored.getKey().substring(3)))
                .contains("\n dkim=pass header.i=@mail.test;\n dmarc=pass header.from=mail.test;\n")
                .endsWith("\n\n9\n.\n");
    }

    @Test
    void doubtsWhatItsSubjectAsksItToDoubt() throws IOException {
        assertThat(verdict("my virus-test")).contains("X-SES-Virus-Verdict: FAIL");
        assertThat(verdict("a Spam-Test")).contains("X-SES-Spam-Verdict: FAIL");
        assertThat(verdict("dmarc-test"))
                .contains("dmarc=fail header.from=mail.test", "X-SES-Virus-Verdict: PASS");
    }

    @Test
    void refusesARecipientThatNoRuleIsFor() throws IOException {
        List<String> answers = send("<zoe@mail.test>", "someone@example.com", MAIL.formatted(""));

        assertThat(answers).anySatisfy(answer -> assertThat(answer).startsWith("550 5.1.1"));
        assertThat(buckets.all(BUCKET)).isEmpty();
    }

    @Test
    void takesABounceThatNoAnswerIsToBeSentTo() throws IOException {
        send("<>", "r-1@reply.example.com", MAIL.formatted("Undeliverable"));

        assertThat(text(buckets.all(BUCKET).values().iterator().next()))
                .startsWith("Return-Path: <>\n");
    }

    @Test
    void leavesTheMailReadable() throws IOException {
        send("<zoe@mail.test>", "r-1@reply.example.com", MAIL.formatted("=?UTF-8?B?w4RoPw==?="));

        S3Object stored = buckets.all(BUCKET).values().iterator().next();
        Message message = Message.Builder.of(new ByteArrayInputStream(stored.content())).build();
        assertThat(message.getSubject()).isEqualTo("Äh?");
        assertThat(message.getFrom().getFirst().getName()).isEqualTo("Zoë");
    }

    private String verdict(String subject) throws IOException {
        buckets.empty();
        send("<zoe@mail.test>", "r-1@reply.example.com", MAIL.formatted(subject));
        return text(buckets.all(BUCKET).values().iterator().next());
    }

    private static String text(S3Object object) {
        return new String(object.content(), UTF_8).replace("\r\n", "\n");
    }

    private List<String> send(String sender, String recipient, String mail) throws IOException {
        return new SmtpDialogue(server.port()).send(sender, recipient, mail);
    }
}
