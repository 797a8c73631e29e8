package dev.doorstep.surveys;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    /** An event that says by which day the parcel is to arrive, and nothing else. */
    static OrderEvent promising(EventType type, Duration ago, LocalDate day) {
        return new OrderEvent(
                "/shop",
                type.id() + ago + day,
                type,
                NOW.minus(ago),
                ORDER,
                little(
                        Optional.empty(),
                        Optional.of(day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)),
                        Optional.of(day)));
    }

    /** An event that says nothing but that it happened. */
    static OrderEvent silent(EventType type, Duration ago) {
        return new OrderEvent(
                "/shop",
                type.id() + ago,
                type,
                NOW.minus(ago),
                ORDER,
                little(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** An event of somebody else. */
    static OrderEvent at(String address, OrderEvent event) {
        OrderData data = event.data();
        return new OrderEvent(
                event.source(),
                event.id(),
                event.type(),
                event.time(),
                event.order(),
                new OrderData(
                        Optional.of(address),
                        data.name(),
                        data.locale(),
                        data.zone(),
                        data.phone(),
                        data.items(),
                        data.value(),
                        data.carrier(),
                        data.promisedAt(),
                        data.deliveredAt(),
                        data.survey(),
                        data.promisedOn()));
    }

    static OrderEvent inZone(OrderEvent event, String zone) {
        return new OrderEvent(
                event.source(),
                event.id(),
                event.type(),
                event.time(),
                event.order(),
                little(
                        Optional.of(ZoneId.of(zone)),
                        event.data().promisedAt(),
                        event.data().promisedOn()));
    }

    private static OrderData little(
            Optional<ZoneId> zone, Optional<Instant> promisedAt, Optional<LocalDate> promisedOn) {
        return new OrderData(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zone.or(() -> Optional.of(ZoneOffset.UTC)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                promisedAt,
                Optional.empty(),
                Optional.empty(),
                promisedOn);
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
