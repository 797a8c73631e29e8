package dev.doorstep.local.year;

import dev.doorstep.local.year.Country.Region;

import java.util.Arrays;
import java.util.List;

/** Who brings parcels, and how well. None of them is real. */
enum Carrier {
    NORDPOST("Nordpost", 30, 0.06, 0.06, 0.015, Region.GERMAN),
    /** It gets worse towards the end of the year. */
    PAKETO("Paketo", 40, 0.09, 0.65, 0.02, Region.GERMAN),
    COLIVITE("Colivite", 60, 0.12, 0.12, 0.02, Region.FRENCH),
    SWIFTBOX("Swiftbox", 30, 0.08, 0.08, 0.025, Region.ANY);

    private final String title;
    private final int weight;
    private final double late;
    private final double lateInTheEnd;
    private final double damaged;
    private final Region region;

    Carrier(
            String title,
            int weight,
            double late,
            double lateInTheEnd,
            double damaged,
            Region region) {
        this.title = title;
        this.weight = weight;
        this.late = late;
        this.lateInTheEnd = lateInTheEnd;
        this.damaged = damaged;
        this.region = region;
    }

    static List<Carrier> goingTo(Country country) {
        return Arrays.stream(values())
                .filter(c -> c.region == Region.ANY || c.region == country.region())
                .toList();
    }

    /** The name that orders have. */
    String title() {
        return title;
    }

    /** Beside the others who go to a country. */
    int weight() {
        return weight;
    }

    /** The share of parcels that come late, in the last two months or before. */
    double late(boolean isInTheEnd) {
        return isInTheEnd ? lateInTheEnd : late;
    }

    double damaged() {
        return damaged;
    }
}
