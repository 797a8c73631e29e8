package dev.doorstep.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class ContactsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Contacts contacts =
            new Contacts(DynamoDbLocal.client(), Tables.create("ContactsTable"));
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
        assertThat(key.idOf("a@b\u00fcro.example")).isEqualTo(key.idOf("a@xn--bro-hoa.example"));
    }

    @Test
    void takesNoDomainForTheOneThatItLooksLikeInAscii() {
        ContactKey key = ContactKey.of("0123456789abcdef0123456789abcdef");

        assertThat(key.idOf("info@stra\u00dfe.example"))
                .isNotEqualTo(key.idOf("info@strasse.example"));
    }

    @Test
    void forgetsWhatWasAskedAndNotWhen() {
        contacts.forgetQuestions(ada);
        assertThat(contacts.find(ada)).as("nothing was known").isEmpty();
        ask("A-1", Touchpoint.DELIVERY, NOW);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW);
        Contact before = contacts.load(ada, Consistency.STRONG);

        contacts.forgetQuestions(ada);

        assertThat(contacts.questions(ada)).isEmpty();
        assertThat(contacts.find(ada).orElseThrow().toString()).doesNotContain("A-1");
        assertThat(contacts.load(ada, Consistency.STRONG)).isEqualTo(before);
    }

    @Test
    void asksAContactOnceInItsCaps() {
        assertThat(ask("A-1", Touchpoint.DELIVERY, NOW)).isTrue();

        assertThat(ask("A-2", Touchpoint.RETURN, NOW.plus(Duration.ofDays(29)))).isFalse();
        assertThat(ask("A-3", Touchpoint.DELIVERY, NOW.plus(Duration.ofDays(89)))).isFalse();
        assertThat(ask("A-4", Touchpoint.RETURN, NOW.plus(Duration.ofDays(31)))).isTrue();
        assertThat(contacts.load(ada, Consistency.STRONG).askedAbout())
                .containsOnlyKeys(Touchpoint.DELIVERY, Touchpoint.RETURN);
    }

    @Test
    void asksWhetherAFollowUpPutItRightThoughSomethingElseWasJustAsked() {
        ask("A-1", Touchpoint.DELIVERY, NOW);
        Contact asked = contacts.load(ada, Consistency.STRONG);

        assertThat(asked.isCapped(Touchpoint.FOLLOW_UP, NOW.plusSeconds(60), programme)).isFalse();
        assertThat(ask("A-1~f", Touchpoint.FOLLOW_UP, NOW.plusSeconds(60))).isTrue();
        assertThat(ask("A-2~f", Touchpoint.FOLLOW_UP, NOW.plus(Duration.ofDays(89)))).isFalse();
        assertThat(ask("A-3", Touchpoint.RETURN, NOW.plus(Duration.ofDays(29)))).isFalse();
    }

    @Test
    void letsAQuestionThatWasBegunBeFinished() {
        ask("A-1", Touchpoint.DELIVERY, NOW);

        assertThat(ask("A-1", Touchpoint.DELIVERY, NOW.plusSeconds(180))).isTrue();
        assertThat(ask("A-2", Touchpoint.DELIVERY, NOW.plusSeconds(180))).isFalse();
    }

    @Test
    void neverAsksWhoIsSuppressed() {
        ask("A-1", Touchpoint.DELIVERY, NOW);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW.plusSeconds(1));

        assertThat(contacts.load(ada, Consistency.STRONG).suppression())
                .contains(SuppressionReason.UNSUBSCRIBED);
        assertThat(ask("A-1", Touchpoint.DELIVERY, NOW.plusSeconds(2))).isFalse();
        assertThat(ask("A-2", Touchpoint.DELIVERY, NOW.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void keepsTheFirstReasonUnlessMailsDoNotArriveAnyMore() {
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW);
        contacts.suppress(ada, SuppressionReason.BOUNCED, NOW);
        contacts.suppress(ada, SuppressionReason.COMPLAINED, NOW);
        contacts.suppress(ada, SuppressionReason.UNSUBSCRIBED, NOW);

        assertThat(contacts.load(ada, Consistency.STRONG).suppression())
                .contains(SuppressionReason.BOUNCED);
    }

    @Test
    void remembersWhatWasAskedInTheLastHalfYear() {
        for (int turn = 0; turn < 9; turn += 3) {
            ask("A-" + turn, Touchpoint.DELIVERY, after(turn));
            ask("A-" + (turn + 1), Touchpoint.RETURN, after(turn + 1));
            ask("A-" + (turn + 2), Touchpoint.EXCHANGE, after(turn + 2));
        }

        assertThat(contacts.questions(ada))
                .containsExactlyInAnyOrder("A-3", "A-4", "A-5", "A-6", "A-7", "A-8");
    }

    @Test
    void knowsNoQuestionOfWhoWasNeverAsked() {
        assertThat(contacts.questions(ada)).isEmpty();
    }

    private static Instant after(int months) {
        return NOW.plus(Duration.ofDays(30L * months));
    }

    private boolean ask(String question, Touchpoint touchpoint, Instant at) {
        return contacts.ask(ada, question, touchpoint, at, programme);
    }
}
