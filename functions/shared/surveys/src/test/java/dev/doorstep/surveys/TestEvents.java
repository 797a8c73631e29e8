package dev.doorstep.surveys;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Order events around one moment, and who they are about. */
final class TestEvents {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final OrderId ORDER = new OrderId("A-1001");
    static final Programme PROGRAMME = Programme.load(new Environment(Map.of()));
    static final Optional<Contact> CONTACT =
            Optional.of(Contact.unknown(new ContactId("ab".repeat(32))));

    private TestEvents() {}

    static OrderEvent event(EventType type, Duration ago) {
        return event(type, type.id() + ago, ago, Optional.empty());
    }

    static OrderEvent event(EventType type, String id, Duration ago, Optional<Boolean> survey) {
        Instant time = NOW.minus(ago);
        return new OrderEvent("/shop", id, type, time, ORDER, data(time, survey));
    }

    static Contact suppressed() {
        Contact contact = CONTACT.orElseThrow();
        return new Contact(
                contact.id(),
                Optional.of(SuppressionReason.UNSUBSCRIBED),
                Optional.empty(),
                Map.of());
    }

    static Contact asked(Duration ago) {
        Contact contact = CONTACT.orElseThrow();
        return new Contact(contact.id(), Optional.empty(), Optional.of(NOW.minus(ago)), Map.of());
    }

    private static OrderData data(Instant time, Optional<Boolean> survey) {
        return new OrderData(
                Optional.of("ada@customer.example"),
                Optional.of("Ada"),
                Optional.of(Locale.UK),
                Optional.of(ZoneId.of("Europe/London")),
                Optional.empty(),
                List.of("Reading lamp"),
                Optional.of(new Money(new BigDecimal("79.90"), "EUR")),
                Optional.of("DHL"),
                Optional.of(time.plus(Duration.ofDays(2))),
                Optional.empty(),
                survey);
    }
}
