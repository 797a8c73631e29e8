package dev.doorstep.insights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where what is behind the figures of some days is to be seen. */
record Links(Days days) {
    static final String PAGE = "/insights";

    Links {
        requireNonNull(days, "days is null");
    }

    /** Those that its figure is made of. */
    String scored(Touchpoint touchpoint) {
        return replies(touchpoint, BehindRequest.SCORED);
    }

    /** Those that the figure of one value is made of. */
    String scored(Touchpoint touchpoint, Dimension by, String value) {
        Map<String, String> more = of(by.id(), value);
        more.put(BehindRequest.COUNTER, BehindRequest.SCORED);
        return behind(BehindRequest.Kind.REPLIES, touchpoint, more);
    }

    /** With one score, or another counter such as {@code suspect}. */
    String replies(Touchpoint touchpoint, String counter) {
        return behind(
                BehindRequest.Kind.REPLIES, touchpoint, Map.of(BehindRequest.COUNTER, counter));
    }

    String surveys(Touchpoint touchpoint, String outcome) {
        return behind(
                BehindRequest.Kind.SURVEYS, touchpoint, Map.of(BehindRequest.COUNTER, outcome));
    }

    String cases(Touchpoint touchpoint, String dimension, String value) {
        return behind(BehindRequest.Kind.CASES, touchpoint, of(dimension, value));
    }

    /** The same page further on. */
    static String next(BehindRequest asked, Behind.Place place) {
        Map<String, String> more = of(asked.dimension(), asked.value());
        asked.counter().ifPresent(counter -> more.put(BehindRequest.COUNTER, counter));
        more.put("day", place.day().toString());
        place.after().ifPresent(id -> more.put("after", id));
        return new Links(asked.days()).behind(asked.kind(), asked.touchpoint(), more);
    }

    /** Of a case. */
    static String ofCase(String id) {
        return "/desk/cases/" + encoded(id);
    }

    /** Of all that is known of an order. */
    static String ofOrder(String id) {
        return "/desk/search?order=" + encoded(id);
    }

    private static Map<String, String> of(String dimension, String value) {
        Map<String, String> of = new LinkedHashMap<>();
        of.put(BehindRequest.DIMENSION, dimension);
        of.put(BehindRequest.VALUE, value);
        return of;
    }

    private String behind(
            BehindRequest.Kind kind, Touchpoint touchpoint, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("touchpoint", touchpoint.id());
        all.put("from", days.first().toString());
        all.put("to", days.last().toString());
        all.putAll(more);
        return PAGE + "/" + kind.id() + "?" + query(all);
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }

    /** Where a page before this one was asked from; empty of one that is none. */
    static Optional<Behind.Place> place(Map<String, String> query) {
        return ReportRequest.find(query, "day")
                .map(
                        day ->
                                new Behind.Place(
                                        ReportRequest.day("day", day),
                                        ReportRequest.find(query, "after")));
    }
}
