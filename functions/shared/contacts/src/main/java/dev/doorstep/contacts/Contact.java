package dev.doorstep.contacts;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one address.
 *
 * @param askedAt when last asked about anything
 * @param askedAbout when last asked, per touchpoint
 */
public record Contact(
        ContactId id,
        Optional<SuppressionReason> suppression,
        Optional<Instant> askedAt,
        Map<Touchpoint, Instant> askedAbout) {

    public Contact {
        requireNonNull(id, "id is null");
        requireNonNull(suppression, "suppression is null");
        requireNonNull(askedAt, "askedAt is null");
        askedAbout = Map.copyOf(askedAbout);
    }

    /** An address of which nothing is known yet. */
    public static Contact unknown(ContactId id) {
        return new Contact(id, Optional.empty(), Optional.empty(), Map.of());
    }

    public boolean isSuppressed() {
        return suppression.isPresent();
    }

    /** Whether mails that are no questions still reach the address. */
    public boolean takesMails() {
        return suppression.map(SuppressionReason::takesMails).orElse(true);
    }

    /** Whether the programme's caps forbid a question about this touchpoint at this moment. */
    public boolean isCapped(Touchpoint touchpoint, Instant at, Programme programme) {
        return (programme.isHeldToAnySurveyCap(touchpoint)
                        && isWithin(askedAt, programme.anyCap(), at))
                || isWithin(
                        Optional.ofNullable(askedAbout.get(touchpoint)),
                        programme.sameTouchpointCap(),
                        at);
    }

    private static boolean isWithin(Optional<Instant> asked, Duration cap, Instant at) {
        return asked.filter(moment -> moment.isAfter(at.minus(cap))).isPresent();
    }
}
