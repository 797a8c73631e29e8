package dev.doorstep.orderevents;

import dev.doorstep.contacts.MailDomain;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an order event: checks its form, and then what a form cannot say. Times far from now are
 * refused, because the latest event decides and would do so for ever.
 */
public final class EventReader {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final Pattern ASCII_DOMAIN =
            Pattern.compile("[\\x21-\\x7e&&[^.]]{1,63}(\\.[\\x21-\\x7e&&[^.]]{1,63})*");
    private static final Duration FURTHEST_PROMISE = Duration.ofDays(730);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Clock clock;

    public EventReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws Rejected if this is not an order event; names the field at fault
     */
    public OrderEvent read(@Nullable Object json) {
        JsonObject event = EventForm.require(json);
        JsonObject data = event.object("data");
        return new OrderEvent(
                event.string("source"),
                event.string("id"),
                EventType.of(event.string("type")),
                near(event, "time", instant(event, "time", ZoneOffset.UTC), CLOCKS_DIFFER_BY),
                new OrderId(data.string("orderId")),
                data(data));
    }

    private OrderData data(JsonObject data) {
        Optional<JsonObject> customer = data.findObject("customer");
        Optional<ZoneId> zone = customer.flatMap(EventReader::zone);
        return new OrderData(
                customer.flatMap(EventReader::address),
                customer.flatMap(c -> text(c, "name")),
                customer.flatMap(EventReader::locale),
                zone,
                customer.flatMap(c -> text(c, "phone")),
                items(data),
                data.findObject("value").map(EventReader::money),
                text(data, "carrier"),
                moment(data, "promisedAt", zone, FURTHEST_PROMISE),
                moment(data, "deliveredAt", zone, CLOCKS_DIFFER_BY),
                data.findBoolean("survey"),
                day(data, "promisedAt"),
                text(data, "country").map(code -> country(data, code)),
                productGroups(data));
    }

    private Optional<Instant> moment(
            JsonObject data, String name, Optional<ZoneId> zone, Duration ahead) {
        return data.has(name)
                ? Optional.of(
                        near(data, name, instant(data, name, zone.orElse(ZoneOffset.UTC)), ahead))
                : Optional.empty();
    }

    /** The day, where no time of it is said. */
    private static Optional<LocalDate> day(JsonObject data, String name) {
        return text(data, name).filter(EventReader::isDay).map(LocalDate::parse);
    }

    private static boolean isDay(String moment) {
        return moment.length() == "2026-11-24".length();
    }

    private Instant near(JsonObject object, String name, Instant instant, Duration ahead) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(clock.instant().plus(ahead))) {
            throw new Rejected(object.pointerTo(name), "is too far from now");
        }
        return instant;
    }

    private static Instant instant(JsonObject object, String name, ZoneId zone) {
        String text = object.string(name);
        try {
            return isDay(text)
                    ? LocalDate.parse(text).atTime(LocalTime.MAX).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeException _) {
            throw new Rejected(object.pointerTo(name), "must be a date or time as in RFC 3339");
        }
    }

    private static List<String> items(JsonObject data) {
        return data.objects("items").stream().map(item -> item.string("name").strip()).toList();
    }

    private static List<String> productGroups(JsonObject data) {
        return data.strings("productGroups").stream()
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    private static String country(JsonObject data, String code) {
        if (!COUNTRIES.contains(code)) {
            throw new Rejected(data.pointerTo("country"), "is not a country of ISO 3166-1");
        }
        return code;
    }

    private static Money money(JsonObject value) {
        BigDecimal amount = value.findDecimal("amount").orElseThrow();
        String currency = value.string("currency");
        try {
            return new Money(amount, Currency.getInstance(currency).getCurrencyCode());
        } catch (IllegalArgumentException _) {
            throw new Rejected(value.pointerTo("currency"), "is not a currency of ISO 4217");
        }
    }

    /** The address with its domain in ASCII, the form in which mail is sent. */
    private static Optional<String> address(JsonObject customer) {
        return text(customer, "address").map(address -> ascii(customer, address));
    }

    /** Most domains are in ASCII already; what turns the others takes long to load. */
    private static String ascii(JsonObject customer, String address) {
        int at = address.lastIndexOf('@');
        if (ASCII_DOMAIN.matcher(address.substring(at + 1)).matches()) {
            return address;
        }
        try {
            return address.substring(0, at + 1) + MailDomain.ascii(address.substring(at + 1));
        } catch (IllegalArgumentException _) {
            throw new Rejected(
                    customer.pointerTo("address"),
                    "has a domain that cannot be, or must be written in ASCII");
        }
    }

    private static Optional<Locale> locale(JsonObject customer) {
        return text(customer, "locale").map(tag -> locale(customer, tag));
    }

    private static Locale locale(JsonObject customer, String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        } catch (IllformedLocaleException _) {
            throw new Rejected(customer.pointerTo("locale"), "is not a language tag of BCP 47");
        }
    }

    private static Optional<ZoneId> zone(JsonObject customer) {
        return text(customer, "timeZone").map(id -> zone(customer, id));
    }

    private static ZoneId zone(JsonObject customer, String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw new Rejected(customer.pointerTo("timeZone"), "is not an IANA time zone");
        }
        return ZoneId.of(id);
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.findString(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
