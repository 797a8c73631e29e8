package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.lambda.Environment;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.links.Token;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class MailLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration EXPIRES_AFTER = Duration.ofDays(45);
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");
    private static final ContactId CONTACT = new ContactId("ab".repeat(32));
    private static final Order ORDER =
            new Order(
                    new OrderId("A-1001"),
                    new Customer(
                            Optional.of("ada@customer.example"),
                            Optional.of("Ada"),
                            Locale.GERMAN,
                            ZoneId.of("Europe/Berlin"),
                            Optional.of("+49 30 901820")),
                    List.of("Reading lamp", "Socks"),
                    Optional.of(new Money(new BigDecimal("79.90"), "EUR")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(NOW),
                    false,
                    false);

    private final Links links = new Links(DynamoDbLocal.client(), Tables.create("LinksTable"));
    private final MailLinks mailLinks = over(links);

    @Test
    void storesALinkBeforeItIsGivenToAnyMail() {
        MailLink minted = mint(Locale.FRENCH);

        Link stored = links.find(token(minted.answerUrl()), NOW).orElseThrow();
        assertThat(stored.surveyId()).isEqualTo("A-1001~delivery");
        assertThat(stored.touchpoint()).isEqualTo(Touchpoint.DELIVERY);
        assertThat(stored.metric()).isEqualTo(Metric.NPS);
        assertThat(stored.contactId()).isEqualTo(CONTACT.value());
        assertThat(stored.expiresAt()).isEqualTo(NOW.plus(EXPIRES_AFTER));
        assertThat(stored.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(stored.name()).contains("Ada");
        assertThat(stored.items()).containsExactly("Reading lamp", "Socks");
        assertThat(stored.orderValue().orElseThrow()).isEqualByComparingTo("79.90");
        assertThat(stored.currency()).contains("EUR");
        assertThat(stored.phoneKnown()).isTrue();
    }

    @Test
    void speaksTheLanguageOfTheMailNotOfTheOrder() {
        MailLink minted = mint(Locale.FRENCH);

        assertThat(links.find(token(minted.answerUrl()), NOW).map(Link::locale))
                .contains(Locale.FRENCH);
    }

    @Test
    void givesNoLinkThatCouldNotBeStored() {
        MailLinks broken = over(new Links(DynamoDbLocal.client(), "no-such-table"));

        assertThatThrownBy(() -> broken.mint(SURVEY, Metric.NPS, ORDER, Locale.UK, CONTACT, NOW))
                .isInstanceOf(SdkException.class);
    }

    @Test
    void leadsToThePageAndItsEndOfQuestionsWithTheSameToken() {
        MailLink minted = mint(Locale.UK);

        assertThat(minted.answerUrl().toString())
                .matches("https://survey\\.example\\.com/s/[a-z2-7]{26}");
        assertThat(minted.unsubscribeUrl().toString())
                .matches("https://survey\\.example\\.com/u/[a-z2-7]{26}");
        assertThat(token(minted.unsubscribeUrl())).isEqualTo(token(minted.answerUrl()));
    }

    @Test
    void isFoundAgainByTheAddressThatTheMailIsAnsweredAt() {
        MailLink minted = mint(Locale.UK);

        ReplyToken reply = ReplyToken.ofAddress(minted.replyTo()).orElseThrow();
        assertThat(minted.replyTo()).endsWith("@reply.example.com");
        assertThat(links.find(reply, NOW))
                .isPresent()
                .isEqualTo(links.find(token(minted.answerUrl()), NOW));
        assertThat(minted.replyTo()).doesNotContain(token(minted.answerUrl()).value());
    }

    @Test
    void mintsALinkOfItsOwnForEachMail() {
        assertThat(mint(Locale.UK)).isNotEqualTo(mint(Locale.UK));
    }

    @Test
    void mintsAgainAnotherTokenOfTheSameSurveyThatLastsFromNow() {
        Instant later = NOW.plus(Duration.ofDays(40));
        Link first = links.find(token(mint(Locale.FRENCH).answerUrl()), NOW).orElseThrow();

        MailLink again = mailLinks.mintAgain(first, later);

        Link second = links.find(token(again.answerUrl()), later).orElseThrow();
        assertThat(second.tokenHash()).isNotEqualTo(first.tokenHash());
        assertThat(second)
                .isEqualTo(first.under(token(again.answerUrl()), later.plus(EXPIRES_AFTER)));
        assertThat(links.find(ReplyToken.ofAddress(again.replyTo()).orElseThrow(), later))
                .contains(second);
    }

    @Test
    void leavesTheEarlierLinkAsItWas() {
        Token token = token(mint(Locale.UK).answerUrl());
        Link first = links.find(token, NOW).orElseThrow();

        mailLinks.mintAgain(first, NOW.plusSeconds(60));

        assertThat(links.find(token, NOW)).contains(first);
    }

    @Test
    void mintsAnAddressToWriteToForAMailThatAsksNothing() {
        MailLink asks = mint(Locale.FRENCH);
        MailLink tells =
                mailLinks.mint(SURVEY, Metric.NPS, ORDER, Locale.FRENCH, CONTACT, false, NOW);

        assertThat(links.find(token(asks.answerUrl()), NOW).orElseThrow().asks()).isTrue();
        assertThat(links.find(token(tells.answerUrl()), NOW).orElseThrow().asks()).isFalse();
    }

    private MailLink mint(Locale locale) {
        return mailLinks.mint(SURVEY, Metric.NPS, ORDER, locale, CONTACT, NOW);
    }

    private static MailLinks over(Links links) {
        return new MailLinks(
                links,
                Programme.load(new Environment(Map.of())),
                "https://survey.example.com",
                "reply.example.com");
    }

    private static Token token(URI url) {
        return new Token(url.getPath().substring(3));
    }
}
