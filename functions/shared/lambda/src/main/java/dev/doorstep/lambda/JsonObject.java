package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object whose members are read by type; a wrong type is {@link Rejected} with its JSON
 * Pointer. A member that is null counts as absent.
 */
public final class JsonObject {

    private final Map<String, @Nullable Object> members;
    private final String pointer;

    private JsonObject(Map<String, @Nullable Object> members, String pointer) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.pointer = requireNonNull(pointer, "pointer is null");
    }

    /**
     * @throws Rejected if the value is not an object
     */
    public static JsonObject of(@Nullable Object value, String pointer) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
            return new JsonObject(members, pointer);
        }
        throw new Rejected(pointer, "must be an object");
    }

    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** JSON Pointer (RFC 6901) of a member. */
    public String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    public String string(String name) {
        return findString(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> findString(String name) {
        return find(name).map(value -> cast(name, value, String.class, "must be a string"));
    }

    public int integer(String name) {
        return findInteger(name).orElseThrow(() -> missing(name));
    }

    public Optional<Integer> findInteger(String name) {
        return find(name).map(value -> integer(name, value));
    }

    public Optional<BigDecimal> findDecimal(String name) {
        return find(name).map(value -> decimal(name, value));
    }

    public Optional<Boolean> findBoolean(String name) {
        return find(name).map(value -> cast(name, value, Boolean.class, "must be true or false"));
    }

    public JsonObject object(String name) {
        return findObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<JsonObject> findObject(String name) {
        return find(name).map(value -> of(value, pointerTo(name)));
    }

    /** The member's objects; empty if it is absent. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object value : list(name)) {
            objects.add(of(value, pointerTo(name) + "/" + objects.size()));
        }
        return List.copyOf(objects);
    }

    /** The member's strings; empty if it is absent. */
    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (Object value : list(name)) {
            strings.add(
                    cast(
                            name,
                            requireElement(name, value),
                            String.class,
                            "must be a list of strings"));
        }
        return List.copyOf(strings);
    }

    public Rejected missing(String name) {
        return new Rejected(pointerTo(name), "is missing");
    }

    private Optional<Object> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private List<?> list(String name) {
        return find(name)
                .<List<?>>map(value -> cast(name, value, List.class, "must be a list"))
                .orElse(List.of());
    }

    private int integer(String name, Object value) {
        return switch (value) {
            case Integer i -> i;
            case Number n -> exact(name, new BigDecimal(n.toString()));
            default -> throw wrong(name, "must be a whole number");
        };
    }

    private int exact(String name, BigDecimal value) {
        try {
            return value.intValueExact();
        } catch (ArithmeticException _) {
            throw wrong(name, "must be a whole number");
        }
    }

    private BigDecimal decimal(String name, Object value) {
        return switch (value) {
            case BigDecimal d -> d;
            case BigInteger i -> new BigDecimal(i);
            case Number n -> new BigDecimal(n.toString());
            default -> throw wrong(name, "must be a number");
        };
    }

    private <T> T cast(String name, Object value, Class<T> type, String otherwise) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw wrong(name, otherwise);
    }

    private Object requireElement(String name, @Nullable Object value) {
        if (value == null) {
            throw wrong(name, "must not hold null");
        }
        return value;
    }

    private Rejected wrong(String name, String detail) {
        return new Rejected(pointerTo(name), detail);
    }
}
