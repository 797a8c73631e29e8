package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a template says of mail that comes in. */
class InboundStackTest {
    private static final String TEMPLATE =
            """
            Parameters:
              MailDomain: { Type: String, Default: example.com }
            Resources:
              MailsBucket:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration:
                    QueueConfigurations:
                      - Event: s3:ObjectCreated:*
                        Queue: !GetAtt MailsQueue.Arn
                        Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }] } }
              MailsQueue:
                Type: AWS::SQS::Queue
                Properties: {}
              Rule:
                Type: AWS::SES::ReceiptRule
                Properties:
                  RuleSetName: !Ref RuleSet
                  Rule:
                    Enabled: true
                    Recipients: [!Sub "reply.${MailDomain}"]
                    Actions: [{ S3Action: { BucketName: !Ref MailsBucket, ObjectKeyPrefix: in/ } }]
              RuleSet:
                Type: AWS::SES::ReceiptRuleSet
              Mails:
                Type: AWS::SES::ConfigurationSet
              Events:
                Type: AWS::SES::ConfigurationSetEventDestination
                Properties:
                  ConfigurationSetName: !Ref Mails
                  EventDestination:
                    Enabled: true
                    MatchingEventTypes: [send, BOUNCE]
                    EventBridgeDestination: { EventBusArn: default }
            """;

    @TempDir private Path folder;

    @Test
    void putsMailIntoTheBucketAndTellsTheQueue() throws IOException {
        Stack stack = stack(TEMPLATE);

        assertThat(stack.buckets())
                .containsExactly(
                        new BucketDefinition(
                                "doorstep-mailsbucket",
                                List.of(
                                        new BucketDefinition.Notification(
                                                "MailsQueue", "in/", ""))));
        assertThat(stack.receiptRules())
                .containsExactly(
                        new ReceiptRule(
                                List.of("reply.example.com"), "doorstep-mailsbucket", "in/"));
    }

    @Test
    void tellsOnlyTheEventsThatTheDestinationMatches() throws IOException {
        ConfigurationSets sets = stack(TEMPLATE).configurationSets();

        assertThat(sets.has("doorstep-Mails")).isTrue();
        assertThat(sets.eventTypes().get("doorstep-Mails")).containsOnly("send", "bounce");
    }

    @Test
    void passesOverARuleThatIsNotEnabled() throws IOException {
        String disabled = TEMPLATE.replace("        Enabled: true\n        Rec", "        Rec");

        assertThat(disabled).isNotEqualTo(TEMPLATE);
        assertThat(stack(disabled).receiptRules()).isEmpty();
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> stack(TEMPLATE.replace("s3:ObjectCreated:*", "s3:TestEvent")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stack(TEMPLATE.replace("QueueConf", "TopicConf")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stack(TEMPLATE.replace("S3Action", "BounceAction")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Stack stack(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), text);
        Machine machine = new Machine(URI.create("http://127.0.0.1:1"), Map.of());
        return Stack.of(new Template(Template.read(file), Map.of(), machine, Map.of()), folder);
    }
}
