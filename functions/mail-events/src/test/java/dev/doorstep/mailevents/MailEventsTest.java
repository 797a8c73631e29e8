package dev.doorstep.mailevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.mail.Settlement;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class MailEventsTest {
    private static final ContactKey CONTACT_KEY = ContactKey.of("0123456789abcdef0123456789abcdef");
    private static final ContactId ADA = CONTACT_KEY.idOf("ada@customer.example");
    private static final OrderId ORDER = new OrderId("A-1001");
    private static final Instant SENT_AT = Instant.parse("2026-11-24T12:00:02Z");
    private static final String MAIL = "A-1001~delivery~survey";
    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();

    static {
        // before the log and the metrics are loaded: they keep the stream that they find
        System.setOut(new PrintStream(OUTPUT, true, UTF_8));
    }

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("MailsTable");
    private final String contactsTable = Tables.create("ContactsTable");
    private final Contacts contacts = new Contacts(dynamoDb, contactsTable);
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final MailEventsHandler handler =
            new MailEventsHandler(
                    new MailEvents(
                            new Settlement(dynamoDb, table, surveys), contacts, CONTACT_KEY));

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

        hear("unknown-kind");

        assertThat(mail()).containsOnly(id(), state("sending"));
        assertThat(suppression()).isEmpty();
    }

    @Test
    void countsADeliveryAndChangesNothing() {
        put("sending");
        long before = counted("MailsDelivered");

        hear("delivered");

        assertThat(counted("MailsDelivered")).isEqualTo(before + 1);
        assertThat(mail()).containsOnly(id(), state("sending"));
        assertThat(suppression()).isEmpty();
    }

    @Test
    void asksNoMoreAtAnAddressThatDoesNotExist() {
        hear("hard-bounce");

        assertThat(suppression()).contains(SuppressionReason.BOUNCED);
        assertThat(suppressedAt()).isEqualTo(Item.value("2026-11-24T12:00:04.250Z"));
    }

    @Test
    void asksNoMoreWhoComplained() {
        hear("complaint");

        assertThat(suppression()).contains(SuppressionReason.COMPLAINED);
        assertThat(suppressedAt()).isEqualTo(Item.value("2026-11-24T12:05:00.000Z"));
    }

    @Test
    void knowsWhoIsAskedNoMoreByTheKeyedHashAlone() {
        hear("hard-bounce");

        assertThat(dynamoDb.scan(scan -> scan.tableName(contactsTable)).items())
                .singleElement()
                .satisfies(
                        contact -> {
                            assertThat(contact).containsEntry("contactId", Item.value(ADA.value()));
                            assertThat(contact.toString()).doesNotContain("customer.example");
                        });
        assertThat(OUTPUT.toString(UTF_8)).doesNotContain("customer.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-bounce", "undetermined-bounce", "not-spam"})
    void goesOnAskingWhoMayBeReachedOrMeansNoHarm(String sample) {
        hear(sample);

        assertThat(suppression()).isEmpty();
    }

    @Test
    void keepsTheFirstReasonHoweverOftenEventsCome() {
        hear("hard-bounce");
        hear("hard-bounce");
        hear("complaint");

        assertThat(suppression()).contains(SuppressionReason.BOUNCED);
        assertThat(suppressedAt()).isEqualTo(Item.value("2026-11-24T12:00:04.250Z"));
    }

    @Test
    void endsInTheSameStateThoughTheBounceComesBeforeTheSending() {
        put("sending");
        hear("hard-bounce");
        hear("delivered");
        hear("sent");
        Map<String, AttributeValue> bouncedFirst = mail();
        Map<String, AttributeValue> suppressedFirst = contact();
        put("sending");
        dynamoDb.deleteItem(delete -> delete.tableName(contactsTable).key(contactKey()));

        hear("sent");
        hear("delivered");
        hear("hard-bounce");

        assertThat(mail()).isEqualTo(bouncedFirst).contains(state("sent"));
        assertThat(contact()).isEqualTo(suppressedFirst);
    }

    @Test
    void notesOnTheSurveyThatItsMailCameBackForGood() {
        put(new Survey.State.Sent(SENT_AT, "0107019abc-ses-1"));

        hear("hard-bounce");
        hear("hard-bounce");

        assertThat(survey())
                .isEqualTo(
                        new Survey.State.Bounced(
                                SENT_AT, Instant.parse("2026-11-24T12:00:04.250Z")));
        assertThat(surveys.find(ORDER).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void notesThatAMailCameBackWhoseSenderDidNotHearThatItWent() {
        put(new Survey.State.Sending(SENT_AT));

        hear("hard-bounce");
        hear("sent");

        assertThat(survey())
                .isEqualTo(
                        new Survey.State.Bounced(
                                Instant.parse("2026-11-24T12:00:01.500Z"),
                                Instant.parse("2026-11-24T12:00:04.250Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-bounce", "undetermined-bounce", "hard-bounce-of-reminder"})
    void leavesASurveySentWhoseMailMayHaveArrived(String sample) {
        put(new Survey.State.Sent(SENT_AT, "0107019abc-ses-1"));

        hear(sample);

        assertThat(surveys.find(ORDER).orElseThrow().version()).isEqualTo(1);
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

    @Test
    void suppressesNobodyForAMailOfSomeoneElse() {
        assertThatThrownBy(() -> hear("hard-bounce-foreign-tag"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("/detail/mail/tags/mail");

        assertThat(suppression()).isEmpty();
    }

    private void hear(String sample) {
        handler.handle(Events.stream("mail-events/" + sample + ".json"));
    }

    private void put(Survey.State state) {
        Survey survey =
                new Survey(
                        new SurveyId(ORDER, Touchpoint.DELIVERY),
                        Metric.NPS,
                        SENT_AT,
                        state,
                        Optional.empty(),
                        Optional.empty());
        OrderSurveys unknown = OrderSurveys.unknown(ORDER);
        assertThat(surveys.write(unknown, unknown.with(survey), timers)).isPresent();
    }

    private Survey.State survey() {
        return surveys.find(ORDER)
                .flatMap(order -> order.survey(Touchpoint.DELIVERY))
                .orElseThrow()
                .state();
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

    private Optional<SuppressionReason> suppression() {
        return contacts.load(ADA, Consistency.STRONG).suppression();
    }

    private @Nullable AttributeValue suppressedAt() {
        return contact().get("suppressedAt");
    }

    private Map<String, AttributeValue> contact() {
        return dynamoDb.getItem(get -> get.tableName(contactsTable).key(contactKey())).item();
    }

    private static Map<String, AttributeValue> contactKey() {
        return Map.of("contactId", Item.value(ADA.value()));
    }

    private static long counted(String metric) {
        return OUTPUT.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("\"" + metric + "\":1"))
                .count();
    }

    private static Map.Entry<String, AttributeValue> id() {
        return Map.entry("mailId", Item.value(MAIL));
    }

    private static Map.Entry<String, AttributeValue> state(String state) {
        return Map.entry("state", Item.value(state));
    }
}
