package dev.doorstep.surveypage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class RecentLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("LinksTable");
    private final Links links = new Links(dynamoDb, table);
    private final RecentLinks recent = new RecentLinks(links);
    private final Token token = Token.random(new SecureRandom());

    @Test
    void looksALinkUpOnceInAFewMinutes() {
        put(NOW.plus(Duration.ofDays(30)));
        Optional<Link> shown = recent.find(token, NOW);
        delete();

        assertThat(recent.find(token, NOW.plus(Duration.ofMinutes(9)))).isEqualTo(shown);
        assertThat(shown).isPresent();
        assertThat(recent.find(token, NOW.plus(Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void knowsNoLinkAnyLongerThanItIsGood() {
        put(NOW.plusSeconds(60));

        assertThat(recent.find(token, NOW)).isPresent();
        assertThat(recent.find(token, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void findsALinkThatWasUnknownAMomentBefore() {
        assertThat(recent.find(token, NOW)).isEmpty();

        put(NOW.plus(Duration.ofDays(30)));

        assertThat(recent.find(token, NOW)).isPresent();
    }

    @Test
    void forgetsTheOldestOfManyLinks() {
        put(NOW.plus(Duration.ofDays(30)));
        recent.find(token, NOW);
        delete();
        for (int i = 0; i < RecentLinks.MOST; i++) {
            Token other = Token.random(new SecureRandom());
            links.put(link(other, NOW.plus(Duration.ofDays(30))));
            assertThat(recent.find(other, NOW)).isPresent();
        }

        assertThat(recent.find(token, NOW)).isEmpty();
    }

    private void put(Instant expiresAt) {
        links.put(link(token, expiresAt));
    }

    private void delete() {
        dynamoDb.deleteItem(
                d -> d.tableName(table).key(Map.of("tokenHash", Item.value(token.hash()))));
    }

    private static Link link(Token token, Instant expiresAt) {
        return new Link(
                token.hash(),
                expiresAt,
                "A-1001~delivery",
                "ab".repeat(32),
                Metric.NPS,
                Touchpoint.DELIVERY,
                Locale.UK,
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
