package dev.doorstep.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

class LinksTest {
    private final Links links = new Links(DynamoDbLocal.client(), Tables.create("LinksTable"));

    @Test
    void mintsTokensThatNobodyCanGuess() {
        SecureRandom random = new SecureRandom();
        Set<String> tokens = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            tokens.add(Token.random(random).value());
        }

        assertThat(tokens).hasSize(1000).allMatch(token -> token.matches("[a-z2-7]{26}"));
    }

    @Test
    void readsBackAToken() {
        Token token = Token.random(new SecureRandom());

        assertThat(Token.parse(token.value())).contains(token);
        assertThat(token.hash()).hasSize(64).doesNotContain(token.value());
        assertThat(Token.parse("../../etc/passwd")).isEmpty();
        assertThat(Token.parse(token.value() + "a")).isEmpty();
    }

    @Test
    void knowsNothingUnderATokenThatWasNeverMinted() {
        Token token = Token.random(new SecureRandom());

        assertThat(links.find(token, Instant.EPOCH)).isEmpty();
    }
}
