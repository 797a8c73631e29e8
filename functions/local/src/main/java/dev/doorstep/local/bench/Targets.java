package dev.doorstep.local.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was to be reached, and whether it was. */
final class Targets {
    private final List<Map<String, Object>> all = new ArrayList<>();

    /** Holds a figure against the most that it may be. */
    void atMost(String what, double figure, double most) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("what", what);
        target.put("figure", round(figure));
        target.put("most", most);
        target.put("reached", figure <= most);
        all.add(target);
    }

    List<Map<String, Object>> all() {
        return List.copyOf(all);
    }

    String table() {
        StringBuilder table = new StringBuilder("\nto reach\n");
        for (Map<String, Object> target : all) {
            table.append(
                    "  %-58s %10s of %-8s %s%n"
                            .formatted(
                                    target.get("what"),
                                    target.get("figure"),
                                    target.get("most"),
                                    Boolean.TRUE.equals(target.get("reached"))
                                            ? "reached"
                                            : "MISSED"));
        }
        return table.toString();
    }

    /** Four digits that count. */
    static double round(double figure) {
        return BigDecimal.valueOf(figure).round(new MathContext(4)).doubleValue();
    }
}
