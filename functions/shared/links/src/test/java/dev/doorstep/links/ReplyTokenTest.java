package dev.doorstep.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class ReplyTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Token TOKEN = new Token("abcdefghijklmnopqrstuvwxyz");
    private static final String OTHER = "a".repeat(26);

    private final Links links = new Links(DynamoDbLocal.client(), Tables.create("LinksTable"));

    @Test
    void isMadeFromTheTokenOfTheLinkOneWay() {
        ReplyToken reply = TOKEN.forReplies();

        assertThat(reply).isEqualTo(TOKEN.forReplies());
        assertThat(reply.value()).matches("[a-z2-7]{26}").isNotEqualTo(TOKEN.value());
        assertThat(new Token(OTHER).forReplies()).isNotEqualTo(reply);
        assertThat(new Token(reply.value()).hash()).isNotEqualTo(TOKEN.hash());
    }

    @Test
    void findsTheLinkThatItsTokenFinds() {
        links.put(link(TOKEN));

        assertThat(links.find(TOKEN.forReplies(), NOW))
                .isPresent()
                .isEqualTo(links.find(TOKEN, NOW));
    }

    @Test
    void opensNoPage() {
        links.put(link(TOKEN));
        Token tried = new Token(TOKEN.forReplies().value());

        assertThat(links.find(tried, NOW)).isEmpty();
    }

    @Test
    void findsNothingOnceTheLinkHasExpired() {
        Link link = link(TOKEN);
        links.put(link);

        assertThat(links.find(TOKEN.forReplies(), link.expiresAt())).isEmpty();
    }

    @Test
    void isReadFromItsAddressHoweverMailProgramsWriteIt() {
        ReplyToken reply = TOKEN.forReplies();
        String address = reply.address("reply.example.com");

        assertThat(address).isEqualTo("r-" + reply.value() + "@reply.example.com");
        assertThat(ReplyToken.ofAddress(address)).contains(reply);
        assertThat(ReplyToken.ofAddress(address.toUpperCase(Locale.ROOT))).contains(reply);
        assertThat(ReplyToken.ofAddress("r-" + reply.value())).contains(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "r-@reply.example.com",
                "surveys@reply.example.com",
                "abcdefghijklmnopqrstuvwxyz@reply.example.com",
                "r-abcdefghijklmnopqrstuvwxy@reply.example.com",
                "r-abcdefghijklmnopqrstuvwxyza@reply.example.com",
                "r-abcdefghijklmnopqrstuvwxy1@reply.example.com",
                "r-abcdefghijklmnopqrstuvwxyz+tag@reply.example.com",
                "xr-abcdefghijklmnopqrstuvwxyz@reply.example.com",
                " r-abcdefghijklmnopqrstuvwxyz@reply.example.com",
                "ada@r-abcdefghijklmnopqrstuvwxyz"
            })
    void isReadFromNoOtherAddress(String address) {
        assertThat(ReplyToken.ofAddress(address)).isEmpty();
    }

    @Test
    void refusesAnotherForm() {
        assertThatThrownBy(() -> new ReplyToken("short"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsItsSecretNowhereButInTheAddress() {
        ReplyToken reply = TOKEN.forReplies();

        assertThat(reply.toString()).doesNotContain(reply.value());
        assertThat(reply.hash()).hasSize(64).doesNotContain(reply.value());
        assertThat(TOKEN.toString()).doesNotContain(TOKEN.value());
    }

    private static Link link(Token token) {
        return new Link(
                token.hash(),
                NOW.plusSeconds(3600),
                "A-1001~delivery",
                "ab".repeat(32),
                Metric.NPS,
                Touchpoint.DELIVERY,
                Locale.GERMAN,
                ZoneId.of("Europe/Berlin"),
                Optional.of("Ada"),
                List.of("Reading lamp"),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
