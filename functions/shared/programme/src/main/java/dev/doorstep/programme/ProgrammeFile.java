package dev.doorstep.programme;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads programme.json. */
final class ProgrammeFile {

    private static final String NAME = "programme.json";
    private static final String DIGEST = "digest";
    private static final String ADDRESSES = "addresses";
    private static final String RETENTION = "retention";
    private static final String KEEP_FOR = "keepFor";

    private ProgrammeFile() {}

    static Programme read() {
        try (InputStream file = ProgrammeFile.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return read(Json.readObject(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Rejected e) {
            throw new IllegalStateException(NAME + ": " + e.getMessage(), e);
        }
    }

    /**
     * @throws Rejected if it is wrong; names the place by its JSON Pointer
     */
    static Programme read(JsonObject json) {
        JsonObject caps = json.object("caps");
        Programme programme = programme(json, caps);
        programme.retention().ifPresent(plan -> requireLongEnough(json, plan, programme));
        return programme;
    }

    private static Programme programme(JsonObject json, JsonObject caps) {
        return new Programme(
                json.object("shop").string("name"),
                json.object("shop").string("address"),
                Locale.forLanguageTag(json.string("locale")),
                zone(json, "timeZone"),
                touchpoints(json.object("touchpoints")),
                duration(caps, "anySurvey"),
                duration(caps, "sameTouchpoint"),
                sendingHours(json),
                duration(json, "editWindow"),
                duration(json, "minimumPressTime"),
                support(json),
                news(json),
                retention(json),
                digestAddresses(json));
    }

    private static Map<Touchpoint, TouchpointPlan> touchpoints(JsonObject json) {
        Map<Touchpoint, TouchpointPlan> plans = new EnumMap<>(Touchpoint.class);
        json.members()
                .keySet()
                .forEach(id -> plans.put(touchpoint(json, id), plan(json.object(id), json, id)));
        return plans;
    }

    private static Touchpoint touchpoint(JsonObject json, String id) {
        return Touchpoint.find(id)
                .orElseThrow(() -> new Rejected(json.pointerTo(id), "is no touchpoint"));
    }

    private static TouchpointPlan plan(JsonObject json, JsonObject parent, String id) {
        Metric metric = metric(json);
        Duration delay = duration(json, "delay");
        Duration reminderAfter = duration(json, "reminderAfter");
        Duration latestAfter = duration(json, "latestAfter");
        Duration expiresAfter = duration(json, "expiresAfter");
        boolean exempt = json.findBoolean("exemptFromAnySurveyCap").orElse(false);
        try {
            return new TouchpointPlan(
                    metric, delay, reminderAfter, latestAfter, expiresAfter, exempt);
        } catch (IllegalArgumentException e) {
            throw senseless(parent, id, e);
        }
    }

    private static Metric metric(JsonObject json) {
        try {
            return Metric.valueOf(json.string("metric"));
        } catch (IllegalArgumentException _) {
            throw new Rejected(
                    json.pointerTo("metric"), "must be one of " + Arrays.toString(Metric.values()));
        }
    }

    private static Support support(JsonObject root) {
        JsonObject json = root.object("support");
        String address = json.string("address");
        String leadAddress = json.string("leadAddress");
        ZoneId zone = zone(json, "timeZone");
        Map<DayOfWeek, Support.Hours> hours = hours(json.object("hours"));
        Set<LocalDate> holidays = holidays(json);
        Duration normalPromise = duration(json, "normalPromise");
        Duration urgentPromise = duration(json, "urgentPromise");
        Map<String, BigDecimal> values = values(json.object("urgentOrderValue"));
        Duration lease = duration(json, "lease");
        try {
            return new Support(
                    address,
                    leadAddress,
                    zone,
                    hours,
                    holidays,
                    normalPromise,
                    urgentPromise,
                    values,
                    lease);
        } catch (IllegalArgumentException e) {
            throw senseless(root, "support", e);
        }
    }

    private static NewsPlan news(JsonObject root) {
        JsonObject json = root.object("news");
        Duration delay = duration(json, "delay");
        Duration overdueAfter = duration(json, "overdueAfter");
        Duration followUpAfter = duration(json, "followUpAfter");
        Duration latestAfter = duration(json, "latestAfter");
        try {
            return new NewsPlan(delay, overdueAfter, followUpAfter, latestAfter);
        } catch (IllegalArgumentException e) {
            throw senseless(root, "news", e);
        }
    }

    /** Whoever is told once could be told twice by mistake: each is named once. */
    private static List<String> digestAddresses(JsonObject root) {
        if (!root.has(DIGEST)) {
            return List.of();
        }
        JsonObject json = root.object(DIGEST);
        List<String> addresses = json.strings(ADDRESSES);
        boolean isSensible =
                addresses.stream().allMatch(address -> address.matches("[^@\\s]+@[^@\\s]+"))
                        && addresses.stream().distinct().count() == addresses.size();
        if (!isSensible) {
            throw new Rejected(json.pointerTo(ADDRESSES), "must be mail addresses, each once");
        }
        return addresses;
    }

    private static Optional<RetentionPlan> retention(JsonObject root) {
        if (!root.has(RETENTION)) {
            return Optional.empty();
        }
        JsonObject json = root.object(RETENTION);
        Duration keepFor = duration(json, KEEP_FOR);
        try {
            return Optional.of(new RetentionPlan(keepFor));
        } catch (IllegalArgumentException e) {
            throw senseless(json, KEEP_FOR, e);
        }
    }

    /** A setting may be shorter, to try it out; what a shop decides on may not. */
    private static void requireLongEnough(
            JsonObject root, RetentionPlan plan, Programme programme) {
        JsonObject json = root.object(RETENTION);
        Duration least = programme.longestAnswerable();
        if (plan.keepFor().compareTo(least) <= 0) {
            throw new Rejected(
                    json.pointerTo(KEEP_FOR),
                    "must be longer than %d days: until then an order can still be answered"
                            .formatted(least.toDays()));
        }
    }

    private static Map<DayOfWeek, Support.Hours> hours(JsonObject json) {
        Map<DayOfWeek, Support.Hours> hours = new EnumMap<>(DayOfWeek.class);
        json.members().keySet().forEach(day -> hours.put(dayOfWeek(json, day), hours(json, day)));
        return hours;
    }

    private static DayOfWeek dayOfWeek(JsonObject json, String day) {
        try {
            return DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Rejected(json.pointerTo(day), "is no day of the week");
        }
    }

    private static Support.Hours hours(JsonObject json, String day) {
        try {
            return Support.Hours.parse(json.string(day));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw senseless(json, day, e);
        }
    }

    private static Set<LocalDate> holidays(JsonObject json) {
        try {
            return json.strings("holidays").stream()
                    .map(LocalDate::parse)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (DateTimeException _) {
            throw new Rejected(json.pointerTo("holidays"), "must be days such as 2026-12-25");
        }
    }

    private static SendingHours sendingHours(JsonObject json) {
        try {
            return SendingHours.parse(json.string("sendingHours"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw senseless(json, "sendingHours", e);
        }
    }

    private static ZoneId zone(JsonObject json, String name) {
        try {
            return ZoneId.of(json.string(name));
        } catch (DateTimeException _) {
            throw new Rejected(json.pointerTo(name), "is not an IANA time zone");
        }
    }

    private static Map<String, BigDecimal> values(JsonObject json) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        json.members()
                .keySet()
                .forEach(
                        currency ->
                                values.put(
                                        currency,
                                        json.findDecimal(currency)
                                                .orElseThrow(() -> json.missing(currency))));
        return values;
    }

    private static Duration duration(JsonObject json, String name) {
        try {
            return Duration.parse(json.string(name));
        } catch (DateTimeException _) {
            throw new Rejected(
                    json.pointerTo(name), "must be a duration of ISO 8601, such as P1D or PT2H");
        }
    }

    private static Rejected senseless(JsonObject json, String name, RuntimeException e) {
        return new Rejected(json.pointerTo(name), String.valueOf(e.getMessage()));
    }
}
