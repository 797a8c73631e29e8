package dev.doorstep.programme;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is asked when, and what support promises.
 *
 * @param shop the shop's name, as customers know it
 * @param address the shop's postal identity, for the foot of each mail
 * @param locale for customers of whom no language is known
 * @param zone for customers of whom no time zone is known
 * @param touchpoints the touchpoints that are asked about; a missing one is never asked about
 * @param anyCap a contact gets at most one survey in this time
 * @param sameTouchpointCap a contact gets at most one survey about the same touchpoint in this time
 * @param editWindow how long a reply can be changed from the page that recorded it
 * @param minimumPressTime a button pressed sooner after its page was made was not pressed by a
 *     person
 * @param news when customers are told of their delivery before they ask
 * @param retention for how long comments and addresses are kept; empty is for ever
 * @param digestAddresses who gets a mail each week of what is worth knowing
 */
public record Programme(
        String shop,
        String address,
        Locale locale,
        ZoneId zone,
        Map<Touchpoint, TouchpointPlan> touchpoints,
        Duration anyCap,
        Duration sameTouchpointCap,
        SendingHours sendingHours,
        Duration editWindow,
        Duration minimumPressTime,
        Support support,
        NewsPlan news,
        Optional<RetentionPlan> retention,
        List<String> digestAddresses) {

    public Programme {
        requireNonNull(shop, "shop is null");
        requireNonNull(address, "address is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        touchpoints = Map.copyOf(touchpoints);
        requireNonNull(anyCap, "anyCap is null");
        requireNonNull(sameTouchpointCap, "sameTouchpointCap is null");
        requireNonNull(sendingHours, "sendingHours is null");
        requireNonNull(editWindow, "editWindow is null");
        requireNonNull(minimumPressTime, "minimumPressTime is null");
        requireNonNull(support, "support is null");
        requireNonNull(news, "news is null");
        requireNonNull(retention, "retention is null");
        digestAddresses = List.copyOf(digestAddresses);
    }

    /**
     * The programme that ships with the function, with the times that the environment overrides.
     *
     * @throws IllegalStateException if the file or a setting is wrong, so that a function with a
     *     wrong programme does not start
     */
    public static Programme load(Environment environment) {
        return ProgrammeFile.read().overriddenBy(environment);
    }

    /**
     * A programme that does not ship with the functions.
     *
     * @param json as in programme.json
     * @throws Rejected if it is wrong; names the place by its JSON Pointer
     */
    public static Programme of(byte[] json) {
        return ProgrammeFile.read(Json.parseObject(json));
    }

    public Optional<TouchpointPlan> plan(Touchpoint touchpoint) {
        return Optional.ofNullable(touchpoints.get(touchpoint));
    }

    /**
     * @throws IllegalArgumentException if the touchpoint is not asked about
     */
    public TouchpointPlan requirePlan(Touchpoint touchpoint) {
        return plan(touchpoint)
                .orElseThrow(() -> new IllegalArgumentException("touchpoint has no plan"));
    }

    /** Whether the cap on surveys of all kinds holds for this one. */
    public boolean isHeldToAnySurveyCap(Touchpoint touchpoint) {
        return !requirePlan(touchpoint).exemptFromAnySurveyCap();
    }

    /**
     * From the last thing that happened to an order until nothing can be said about it any more.
     */
    Duration longestAnswerable() {
        return touchpoints.values().stream()
                .map(TouchpointPlan::longestAnswerable)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(editWindow);
    }

    private Programme overriddenBy(Environment environment) {
        Map<Touchpoint, TouchpointPlan> plans = new EnumMap<>(Touchpoint.class);
        touchpoints.forEach(
                (touchpoint, plan) ->
                        plans.put(touchpoint, overridden(touchpoint, plan, environment)));
        return new Programme(
                shop,
                address,
                locale,
                zone,
                plans,
                anyCap,
                sameTouchpointCap,
                environment.find("SENDING_HOURS").map(SendingHours::parse).orElse(sendingHours),
                editWindow,
                environment.findDuration("MINIMUM_PRESS_TIME").orElse(minimumPressTime),
                overridden(support, environment),
                overridden(news, environment),
                environment
                        .findDuration("RETENTION_KEEP_FOR")
                        .map(RetentionPlan::new)
                        .or(() -> retention),
                digestAddresses);
    }

    private static TouchpointPlan overridden(
            Touchpoint touchpoint, TouchpointPlan plan, Environment environment) {
        String delay = touchpoint.name() + "_SURVEY_DELAY";
        return new TouchpointPlan(
                plan.metric(),
                environment.findDuration(delay).orElse(plan.delay()),
                environment.findDuration("REMINDER_DELAY").orElse(plan.reminderAfter()),
                plan.latestAfter(),
                plan.expiresAfter(),
                plan.exemptFromAnySurveyCap());
    }

    private static Support overridden(Support support, Environment environment) {
        Optional<Support.Hours> everyDay =
                environment
                        .find("SUPPORT_HOURS")
                        .filter(hours -> !hours.isEmpty())
                        .map(Support.Hours::parse);
        return new Support(
                support.address(),
                support.leadAddress(),
                support.zone(),
                everyDay.map(Programme::onEveryDay).orElse(support.hours()),
                everyDay.isPresent() ? Set.of() : support.holidays(),
                environment.findDuration("NORMAL_PROMISE").orElse(support.normalPromise()),
                environment.findDuration("URGENT_PROMISE").orElse(support.urgentPromise()),
                support.urgentOrderValue(),
                environment.findDuration("CLAIM_LEASE").orElse(support.lease()));
    }

    private static Map<DayOfWeek, Support.Hours> onEveryDay(Support.Hours hours) {
        return Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), _ -> hours));
    }

    private static NewsPlan overridden(NewsPlan news, Environment environment) {
        return new NewsPlan(
                environment.findDuration("DELIVERY_NEWS_DELAY").orElse(news.delay()),
                environment.findDuration("OVERDUE_AFTER").orElse(news.overdueAfter()),
                news.followUpAfter(),
                news.latestAfter());
    }
}
