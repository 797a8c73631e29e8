package dev.doorstep.links;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The link of one mail: who has its token may answer its survey and end all questions; who has the
 * address that goes with it may write about the survey. It holds everything that its page shows:
 * the page reads nothing else to be shown.
 *
 * @param contactId whom the link's mail went to, as the keyed hash of the address
 * @param items what was ordered, by name
 * @param currency ISO 4217 code of {@code orderValue}
 * @param phoneKnown whether the order names a phone number, so that a call can be offered
 * @param asks whether its mail asked for a score; what is written to one that did not is a letter
 */
public record Link(
        String tokenHash,
        Instant expiresAt,
        String surveyId,
        String contactId,
        Metric metric,
        Touchpoint touchpoint,
        Locale locale,
        ZoneId zone,
        Optional<String> name,
        List<String> items,
        Optional<BigDecimal> orderValue,
        Optional<String> currency,
        boolean phoneKnown,
        boolean asks) {

    public Link {
        requireNonNull(tokenHash, "tokenHash is null");
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(surveyId, "surveyId is null");
        requireNonNull(contactId, "contactId is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(name, "name is null");
        items = List.copyOf(items);
        requireNonNull(orderValue, "orderValue is null");
        requireNonNull(currency, "currency is null");
    }

    /** Of a mail that asks. */
    public Link(
            String tokenHash,
            Instant expiresAt,
            String surveyId,
            String contactId,
            Metric metric,
            Touchpoint touchpoint,
            Locale locale,
            ZoneId zone,
            Optional<String> name,
            List<String> items,
            Optional<BigDecimal> orderValue,
            Optional<String> currency,
            boolean phoneKnown) {
        this(
                tokenHash,
                expiresAt,
                surveyId,
                contactId,
                metric,
                touchpoint,
                locale,
                zone,
                name,
                items,
                orderValue,
                currency,
                phoneKnown,
                true);
    }

    /** The same of a mail that asks nothing. */
    public Link toWrite() {
        return with(tokenHash, expiresAt, locale, false);
    }

    /** The same in another language. */
    public Link in(Locale other) {
        return with(tokenHash, expiresAt, other, asks);
    }

    /** The same for another token. */
    public Link under(Token token, Instant until) {
        return with(token.hash(), until, locale, asks);
    }

    private Link with(String hash, Instant until, Locale language, boolean asking) {
        return new Link(
                hash,
                until,
                surveyId,
                contactId,
                metric,
                touchpoint,
                language,
                zone,
                name,
                items,
                orderValue,
                currency,
                phoneKnown,
                asking);
    }
}
