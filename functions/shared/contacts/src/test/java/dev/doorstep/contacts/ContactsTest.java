package dev.doorstep.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class ContactsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final ContactId ada =
            ContactKey.of("0123456789abcdef0123456789abcdef").idOf("ada@customer.example");

    @Test
    void knowsAnAddressHoweverItIsWritten() {
        ContactKey key = ContactKey.of("0123456789abcdef0123456789abcdef");

        assertThat(key.idOf(" Ada@Customer.Example ")).isEqualTo(ada);
        assertThat(key.idOf("bob@customer.example")).isNotEqualTo(ada);
        assertThat(ContactKey.of("f".repeat(32)).idOf("ada@customer.example")).isNotEqualTo(ada);
        assertThat(ada.value()).doesNotContain("ada");
    }

    @Test
    void asksAContactOnceInItsCaps() {
        ask(Touchpoint.DELIVERY, NOW);

        assertThatThrownBy(() -> ask(Touchpoint.RETURN, NOW.plus(Duration.ofDays(29))))
                .isInstanceOf(TransactionCanceledException.class);
        assertThatThrownBy(() -> ask(Touchpoint.DELIVERY, NOW.plus(Duration.ofDays(89))))
                .isInstanceOf(TransactionCanceledException.class);
        ask(Touchpoint.RETURN, NOW.plus(Duration.ofDays(31)));
        assertThat(contacts.load(ada).askedAbout())
                .containsOnlyKeys(Touchpoint.DELIVERY, Touchpoint.RETURN);
    }

    @Test
    void neverAsksWhoIsSuppressed() {
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW.plusSeconds(1));

        assertThat(contacts.load(ada).suppression()).contains(SuppressionReason.UNSUBSCRIBED);
        assertThatThrownBy(() -> ask(Touchpoint.DELIVERY, NOW.plus(Duration.ofDays(365))))
                .isInstanceOf(TransactionCanceledException.class);
    }

    private void ask(Touchpoint touchpoint, Instant at) {
        dynamoDb.transactWriteItems(
                transaction ->
                        transaction.transactItems(contacts.asking(ada, touchpoint, at, programme)));
    }
}
