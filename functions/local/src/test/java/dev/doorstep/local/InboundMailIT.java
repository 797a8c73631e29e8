package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From a customer's mail client to the queue that a function polls. */
class InboundMailIT {
    private static final String TEMPLATE =
            """
            Parameters:
              MailDomain: { Type: String, Default: example.com }
              DeskIssuer: { Type: String }
            Resources:
              OrdersApi:
                Type: AWS::Serverless::HttpApi
                Properties: {}
              MailsBucket:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration:
                    QueueConfigurations:
                      - { Event: "s3:ObjectCreated:*", Queue: !GetAtt MailsQueue.Arn }
              MailsQueue:
                Type: AWS::SQS::Queue
                Properties: {}
              Rule:
                Type: AWS::SES::ReceiptRule
                Properties:
                  RuleSetName: rules
                  Rule:
                    Enabled: true
                    Recipients: [!Sub "reply.${MailDomain}"]
                    Actions: [{ S3Action: { BucketName: !Ref MailsBucket, ObjectKeyPrefix: in/ } }]
            """;
    private static final String MAIL = "From: kim@mail.test\r\nSubject: Re: you\r\n\r\n9\r\n";

    private final LocalRunner runner;

    InboundMailIT(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("template.yaml"), TEMPLATE);
        this.runner =
                LocalRunner.start(
                        Options.of(root, Map.of(), new Console(System.out))
                                .with(new Delivery.Again(1)));
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void comesIntoTheQueueAsOftenAsQueuesAndBucketsMayDeliver() throws IOException {
        List<String> answers =
                new SmtpDialogue(runner.smtp().orElseThrow().getPort())
                        .send("<kim@mail.test>", "r-1@reply.example.com", MAIL);

        assertThat(answers.getLast()).startsWith("250");
        List<String> messages = runner.drain("MailsQueue");
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst()).isEqualTo(messages.getLast());
        JsonObject s3 =
                Json.parseObject(messages.getFirst()).objects("Records").getFirst().object("s3");
        assertThat(s3.object("bucket").string("name")).isEqualTo("doorstep-mailsbucket");
        assertThat(s3.object("object").string("key")).startsWith("in/");
    }

    @Test
    void isReceivedOnlyForRecipientsOfARule() {
        byte[] mail = MAIL.getBytes(UTF_8);

        assertThat(runner.receive("kim@mail.test", "someone@example.com", mail)).isFalse();
        assertThat(runner.receive("kim@mail.test", "r-1@reply.example.com", mail)).isTrue();

        assertThat(runner.drain("MailsQueue")).hasSize(2);
    }
}
