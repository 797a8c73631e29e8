package dev.doorstep.mailevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.mail.Settlement;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

class MailEventsTest {
    private static final ContactKey CONTACT_KEY = ContactKey.of("0123456789abcdef0123456789abcdef");
    private static final String MAIL = "A-1001~delivery~survey";

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("MailsTable");
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final MailEventsHandler handler =
            new MailEventsHandler(
                    new MailEvents(
                            new Settlement(
                                    dynamoDb,
                                    table,
                                    new Surveys(dynamoDb, Tables.create("SurveysTable"))),
                            contacts,
                            CONTACT_KEY));

    @Test
    void settlesAMailWhoseSenderDidNotHearOfIt() {
        put("sending");

        hear("sent");

        assertThat(mail())
                .containsEntry("state", Item.value("sent"))
                .containsEntry("sesMessageId", Item.value("0107019abc-ses-1"))
                .containsEntry("at", Item.value("2026-11-24T12:00:01.500Z"));
    }

    @Test
    void believesSesMoreThanItsSender() {
        put("withdrawn");

        hear("sent");

        assertThat(mail()).containsEntry("state", Item.value("sent"));
    }

    @Test
    void hearsAnEventTwiceWithoutHarm() {
        put("sending");

        hear("sent");
        Map<String, AttributeValue> once = mail();
        hear("sent");

        assertThat(mail()).isEqualTo(once);
    }

    @Test
    void passesOverKindsThatItDoesNotKnow() {
        put("sending");

        hear("delivered");

        assertThat(mail()).containsEntry("state", Item.value("sending"));
    }

    @Test
    void makesNoMailOfOneThatWasNeverIntended() {
        hear("sent");

        assertThat(dynamoDb.scan(scan -> scan.tableName(table)).items()).isEmpty();
    }

    @Test
    void refusesATagOfSomeoneElse() {
        assertThatThrownBy(() -> hear("foreign-tag"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("/detail/mail/tags/mail");
    }

    private void hear(String sample) {
        handler.handle(Events.stream("mail-events/" + sample + ".json"));
    }

    private void put(String state) {
        dynamoDb.putItem(
                put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "mailId", Item.value(MAIL),
                                                "state", Item.value(state))));
    }

    private Map<String, AttributeValue> mail() {
        return dynamoDb.getItem(get -> get.tableName(table).key(Map.of("mailId", Item.value(MAIL))))
                .item();
    }
}
