package dev.doorstep.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An item's attributes, read by type. Instants are ISO 8601 strings in UTC with three digits of a
 * second, so that they sort as they follow each other. What is absent is not written.
 */
public record Item(Map<String, AttributeValue> attributes) {

    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    public Item {
        attributes = Map.copyOf(attributes);
    }

    public static Builder builder() {
        return new Builder();
    }

    public static String format(Instant instant) {
        return INSTANT.format(instant);
    }

    public static AttributeValue value(String string) {
        return AttributeValue.fromS(string);
    }

    public static AttributeValue value(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    public static AttributeValue value(Instant instant) {
        return AttributeValue.fromS(format(instant));
    }

    public static AttributeValue value(boolean bool) {
        return AttributeValue.fromBool(bool);
    }

    public static AttributeValue value(Item item) {
        return AttributeValue.fromM(item.attributes);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String string(String name) {
        return require(name).s();
    }

    public Optional<String> findString(String name) {
        return find(name).map(AttributeValue::s);
    }

    public long number(String name) {
        return Long.parseLong(require(name).n());
    }

    public Optional<Long> findNumber(String name) {
        return find(name).map(value -> Long.valueOf(value.n()));
    }

    public Optional<BigDecimal> findDecimal(String name) {
        return find(name).map(value -> new BigDecimal(value.n()));
    }

    public Instant instant(String name) {
        return Instant.parse(string(name));
    }

    public Optional<Instant> findInstant(String name) {
        return findString(name).map(Instant::parse);
    }

    /** Whether the attribute is there and true. */
    public boolean isTrue(String name) {
        return find(name).map(AttributeValue::bool).orElse(false);
    }

    public Optional<Item> findItem(String name) {
        return find(name).map(value -> new Item(value.m()));
    }

    /** The strings of a list; empty if it is absent. */
    public List<String> strings(String name) {
        return list(name).stream().map(AttributeValue::s).toList();
    }

    /** The maps of a list; empty if it is absent. */
    public List<Item> items(String name) {
        return list(name).stream().map(value -> new Item(value.m())).toList();
    }

    /** The same without one attribute. */
    public Item without(String name) {
        Map<String, AttributeValue> others = new LinkedHashMap<>(attributes);
        others.remove(name);
        return new Item(others);
    }

    /** All of it as JSON knows it: under the same names, with numbers as numbers. */
    public Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        attributes.forEach((name, value) -> members.put(name, member(value)));
        return members;
    }

    private static Object member(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case M -> new Item(value.m()).members();
            case L -> value.l().stream().map(Item::member).toList();
            case SS -> value.ss();
            case NS, B, BS, NUL, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalStateException("item has an attribute of another type");
        };
    }

    private List<AttributeValue> list(String name) {
        return find(name).map(AttributeValue::l).orElse(List.of());
    }

    private Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private AttributeValue require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("item has no attribute " + name));
    }

    /** Collects the attributes of an item. */
    public static final class Builder {

        private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

        private Builder() {}

        public Builder with(String name, AttributeValue value) {
            attributes.put(name, value);
            return this;
        }

        public Builder with(String name, String value) {
            return with(name, value(value));
        }

        public Builder with(String name, long value) {
            return with(name, value(value));
        }

        public Builder with(String name, BigDecimal value) {
            return with(name, AttributeValue.fromN(value.toPlainString()));
        }

        public Builder with(String name, boolean value) {
            return with(name, value(value));
        }

        public Builder with(String name, Instant value) {
            return with(name, value(value));
        }

        public Builder with(String name, Item value) {
            return with(name, value(value));
        }

        public Builder withStrings(String name, List<String> values) {
            return values.isEmpty()
                    ? this
                    : with(name, AttributeValue.fromL(values.stream().map(Item::value).toList()));
        }

        public Builder withItems(String name, List<Item> values) {
            return values.isEmpty()
                    ? this
                    : with(name, AttributeValue.fromL(values.stream().map(Item::value).toList()));
        }

        public Builder withString(String name, Optional<String> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Builder withInstant(String name, Optional<Instant> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Builder withDecimal(String name, Optional<BigDecimal> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Builder withNumber(String name, Optional<Long> value) {
            value.ifPresent(v -> with(name, v));
            return this;
        }

        public Item build() {
            return new Item(attributes);
        }
    }
}
