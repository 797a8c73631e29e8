package dev.doorstep.orderevents;

import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.EventType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of an order event, as {@code order-event.schema.json} describes it to order systems. It
 * is checked by hand, because a schema validator and what it needs take as long to load as all else
 * that a first call needs; a test holds both to the same answers.
 */
final class EventForm {
    private static final int MOST_ITEMS = 100;
    private static final int MOST_PRODUCT_GROUPS = 20;
    private static final int LONGEST_PRODUCT_GROUP = 100;
    private static final BigDecimal MOST_VALUE = new BigDecimal(100_000_000);
    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9#][A-Za-z0-9#._:-]{0,63}");
    private static final Pattern LINE =
            Pattern.compile("[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@[^\\s@<>()\\[\\],;:\\\\\"]+\\.[^\\s@<>()\\[\\],;:\\\\\".]{2,}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,32}");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final Pattern TIME =
            Pattern.compile(DATE + "[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final Pattern MOMENT = Pattern.compile(TIME + "|" + DATE);

    private EventForm() {}

    /**
     * Gives the event, if it has the form of one.
     *
     * @throws Rejected if it has not; names a field at fault
     */
    static JsonObject require(@Nullable Object json) {
        JsonObject event = JsonObject.of(json, "");
        requireThere(event, "data");
        requireThere(event, "specversion");
        checkConstant(event, "specversion", "1.0");
        requireText(event, "id", 256);
        requireText(event, "source", 512);
        requireType(event);
        requireThere(event, "time");
        checkMoment(event, "time", TIME);
        checkConstant(event, "datacontenttype", "application/json");
        JsonObject data = event.object("data");
        checkOrder(data);
        if (event.string("type").equals(EventType.DELAYED.id())) {
            requireThere(data, "promisedAt");
        }
        return event;
    }

    private static void checkOrder(JsonObject data) {
        requireThere(data, "orderId");
        checkText(data, "orderId", Integer.MAX_VALUE, ORDER_ID);
        checkItems(data);
        object(data, "value").ifPresent(EventForm::checkValue);
        checkText(data, "carrier", 100, LINE);
        checkText(data, "country", Integer.MAX_VALUE, COUNTRY);
        checkProductGroups(data);
        checkMoment(data, "promisedAt", MOMENT);
        checkMoment(data, "deliveredAt", MOMENT);
        object(data, "customer").ifPresent(EventForm::checkCustomer);
        refuseNull(data, "survey");
        var _ = data.findBoolean("survey");
    }

    private static void checkItems(JsonObject data) {
        refuseNull(data, "items");
        List<JsonObject> items = data.objects("items");
        if (items.size() > MOST_ITEMS) {
            throw new Rejected(
                    data.pointerTo("items"), "must have no more than " + MOST_ITEMS + " entries");
        }
        for (JsonObject item : items) {
            requireThere(item, "name");
            checkText(item, "name", 200, LINE);
            checkText(item, "sku", 64, LINE);
            number(item, "quantity").ifPresent(number -> checkQuantity(item, number));
        }
    }

    private static void checkProductGroups(JsonObject data) {
        refuseNull(data, "productGroups");
        List<String> groups = data.strings("productGroups");
        if (groups.size() > MOST_PRODUCT_GROUPS) {
            throw new Rejected(
                    data.pointerTo("productGroups"),
                    "must have no more than " + MOST_PRODUCT_GROUPS + " entries");
        }
        for (int i = 0; i < groups.size(); i++) {
            checkText(
                    groups.get(i),
                    data.pointerTo("productGroups") + "/" + i,
                    LONGEST_PRODUCT_GROUP,
                    LINE);
        }
    }

    private static void checkQuantity(JsonObject item, BigDecimal quantity) {
        if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > 0) {
            throw new Rejected(item.pointerTo("quantity"), "must be a whole number from 1");
        }
    }

    private static void checkValue(JsonObject value) {
        requireThere(value, "amount");
        BigDecimal amount = number(value, "amount").orElseThrow();
        if (amount.signum() < 0 || amount.compareTo(MOST_VALUE) > 0) {
            throw new Rejected(value.pointerTo("amount"), "must be from 0 to " + MOST_VALUE);
        }
        requireThere(value, "currency");
        checkText(value, "currency", Integer.MAX_VALUE, CURRENCY);
    }

    private static void checkCustomer(JsonObject customer) {
        checkText(customer, "address", 254, ADDRESS);
        checkText(customer, "name", 100, LINE);
        checkText(customer, "locale", Integer.MAX_VALUE, LOCALE);
        checkText(customer, "timeZone", 64, ANYTHING);
        checkText(customer, "phone", Integer.MAX_VALUE, PHONE);
    }

    private static void checkConstant(JsonObject object, String name, String value) {
        if (string(object, name).filter(v -> !v.equals(value)).isPresent()) {
            throw new Rejected(object.pointerTo(name), "must be \"" + value + "\"");
        }
    }

    private static void requireType(JsonObject event) {
        if (EventType.find(event.string("type")).isEmpty()) {
            throw new Rejected(
                    event.pointerTo("type"),
                    "must be one of "
                            + Arrays.stream(EventType.values()).map(EventType::id).toList());
        }
    }

    private static void requireText(JsonObject object, String name, int longest) {
        requireThere(object, name);
        checkText(object, name, longest, ANYTHING);
        if (object.string(name).isEmpty()) {
            throw new Rejected(object.pointerTo(name), "must not be empty");
        }
    }

    private static void checkText(JsonObject object, String name, int longest, Pattern form) {
        string(object, name)
                .ifPresent(text -> checkText(text, object.pointerTo(name), longest, form));
    }

    private static void checkText(String text, String pointer, int longest, Pattern form) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Rejected(pointer, "must be no longer than " + longest + " characters");
        }
        if (!form.matcher(text).matches()) {
            throw new Rejected(pointer, "is not of the form " + form);
        }
    }

    private static void checkMoment(JsonObject object, String name, Pattern form) {
        if (string(object, name).filter(t -> !form.matcher(t).matches()).isPresent()) {
            throw new Rejected(object.pointerTo(name), "must be a date or time as in RFC 3339");
        }
    }

    private static void requireThere(JsonObject object, String name) {
        if (!object.members().containsKey(name)) {
            throw object.missing(name);
        }
    }

    private static Optional<String> string(JsonObject object, String name) {
        refuseNull(object, name);
        return object.findString(name);
    }

    private static Optional<BigDecimal> number(JsonObject object, String name) {
        refuseNull(object, name);
        return object.findDecimal(name);
    }

    private static Optional<JsonObject> object(JsonObject object, String name) {
        refuseNull(object, name);
        return object.findObject(name);
    }

    private static void refuseNull(JsonObject object, String name) {
        if (object.members().containsKey(name) && !object.has(name)) {
            throw new Rejected(object.pointerTo(name), "must not be null");
        }
    }
}
