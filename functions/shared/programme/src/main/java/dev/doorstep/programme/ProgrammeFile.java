package dev.doorstep.programme;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads programme.json. */
final class ProgrammeFile {

    private static final String NAME = "programme.json";

    private ProgrammeFile() {}

    static Programme read() {
        try (InputStream file = ProgrammeFile.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return programme(Json.readObject(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Rejected e) {
            throw new IllegalStateException(NAME + ": " + e.getMessage(), e);
        }
    }

    private static Programme programme(JsonObject json) {
        JsonObject caps = json.object("caps");
        return new Programme(
                json.object("shop").string("name"),
                json.object("shop").string("address"),
                Locale.forLanguageTag(json.string("locale")),
                ZoneId.of(json.string("timeZone")),
                touchpoints(json.object("touchpoints")),
                duration(caps, "anySurvey"),
                duration(caps, "sameTouchpoint"),
                SendingHours.parse(json.string("sendingHours")),
                duration(json, "editWindow"),
                duration(json, "minimumPressTime"),
                support(json.object("support")),
                news(json.object("news")));
    }

    private static Map<Touchpoint, TouchpointPlan> touchpoints(JsonObject json) {
        Map<Touchpoint, TouchpointPlan> plans = new EnumMap<>(Touchpoint.class);
        json.members()
                .keySet()
                .forEach(id -> plans.put(Touchpoint.of(id), touchpoint(json.object(id))));
        return plans;
    }

    private static TouchpointPlan touchpoint(JsonObject json) {
        return new TouchpointPlan(
                Metric.valueOf(json.string("metric")),
                duration(json, "delay"),
                duration(json, "reminderAfter"),
                duration(json, "latestAfter"),
                duration(json, "expiresAfter"),
                json.findBoolean("exemptFromAnySurveyCap").orElse(false));
    }

    private static Support support(JsonObject json) {
        return new Support(
                json.string("address"),
                json.string("leadAddress"),
                ZoneId.of(json.string("timeZone")),
                hours(json.object("hours")),
                holidays(json),
                duration(json, "normalPromise"),
                duration(json, "urgentPromise"),
                values(json.object("urgentOrderValue")),
                duration(json, "lease"));
    }

    private static NewsPlan news(JsonObject json) {
        return new NewsPlan(
                duration(json, "delay"),
                duration(json, "overdueAfter"),
                duration(json, "followUpAfter"),
                duration(json, "latestAfter"));
    }

    private static Map<DayOfWeek, Support.Hours> hours(JsonObject json) {
        Map<DayOfWeek, Support.Hours> hours = new EnumMap<>(DayOfWeek.class);
        json.members()
                .keySet()
                .forEach(
                        day ->
                                hours.put(
                                        DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                                        Support.Hours.parse(json.string(day))));
        return hours;
    }

    private static Set<LocalDate> holidays(JsonObject json) {
        return json.strings("holidays").stream()
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, BigDecimal> values(JsonObject json) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        json.members()
                .keySet()
                .forEach(
                        currency -> values.put(currency, json.findDecimal(currency).orElseThrow()));
        return values;
    }

    private static Duration duration(JsonObject json, String name) {
        return Duration.parse(json.string(name));
    }
}
