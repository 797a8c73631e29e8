package dev.doorstep.local.dryrun;

import dev.doorstep.lambda.Json;
import dev.doorstep.surveys.EventType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up month of orders as an order system would tell of them: most arrive, some customers
 * order again, some send things back or have none, and some do not want to be asked. The same for
 * the same seed.
 */
final class MadeUpMonth {
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
    private static final int MINUTES = 30 * 24 * 60;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo");

    private final Random random;
    private final List<String> events = new ArrayList<>();

    private MadeUpMonth(long seed) {
        this.random = new Random(seed);
    }

    /** The events, one JSON text each, order by order. */
    static List<String> of(int orders, long seed) {
        MadeUpMonth month = new MadeUpMonth(seed);
        for (int number = 0; number < orders; number++) {
            month.order("M-" + number, "customer-" + month.random.nextInt(orders * 3 / 4));
        }
        return month.events;
    }

    private void order(String order, String customer) {
        Instant placed = FIRST.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        data.put("customer", customer(customer));
        if (random.nextInt(40) == 0) {
            data.put("survey", false);
        }
        tell(EventType.PLACED, order, placed, data);
        Instant delivered = placed.plus(hours(100));
        switch (random.nextInt(20)) {
            case 0 -> tell(EventType.CANCELLED, order, placed.plus(hours(20)), data);
            case 1 -> tell(EventType.LOST, order, delivered, data);
            case 2, 3 -> {
                tell(EventType.DELIVERED, order, delivered, data);
                tell(EventType.RETURN_REQUESTED, order, delivered.plus(hours(40)), data);
                tell(EventType.RETURN_COMPLETED, order, delivered.plus(hours(200)), data);
            }
            default -> tell(EventType.DELIVERED, order, delivered, data);
        }
    }

    private Map<String, Object> customer(String name) {
        Map<String, Object> customer = new LinkedHashMap<>();
        if (random.nextInt(50) != 0) {
            customer.put("address", name + "@customer.example");
        }
        customer.put("timeZone", ZONES.get(random.nextInt(ZONES.size())));
        return customer;
    }

    private Duration hours(int most) {
        return Duration.ofMinutes(1 + random.nextInt(most * 60));
    }

    private void tell(EventType type, String order, Instant time, Map<String, Object> data) {
        events.add(event(type, order, time, data));
    }

    static String event(EventType type, String order, Instant time, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", order + "-" + type.id());
        event.put("source", "/shops/made-up");
        event.put("type", type.id());
        event.put("time", time.toString());
        event.put("data", data);
        return Json.write(event);
    }
}
