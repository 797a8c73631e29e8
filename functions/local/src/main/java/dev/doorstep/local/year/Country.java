package dev.doorstep.local.year;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the shop delivers to, and which languages customers there speak. */
enum Country {
    DE(50, "Europe/Berlin", Region.GERMAN),
    AT(16, "Europe/Vienna", Region.GERMAN),
    FR(18, "Europe/Paris", Region.FRENCH),
    LU(8, "Europe/Luxembourg", Region.FRENCH),
    IE(8, "Europe/Dublin", Region.ANY);

    private final int weight;
    private final ZoneId zone;
    private final Region region;

    Country(int weight, String zone, Region region) {
        this.weight = weight;
        this.zone = ZoneId.of(zone);
        this.region = region;
    }

    /** Of a hundred orders. */
    int weight() {
        return weight;
    }

    ZoneId zone() {
        return zone;
    }

    Region region() {
        return region;
    }

    /** Each as often as it is spoken. */
    List<Locale> locales() {
        return switch (this) {
            case DE -> locales("de", "de", "de", "de", "en");
            case AT -> locales("de");
            case FR -> locales("fr");
            case LU -> locales("fr", "fr", "de", "lb", "en");
            case IE -> locales("en");
        };
    }

    private static List<Locale> locales(String... languages) {
        return Arrays.stream(languages).map(Locale::forLanguageTag).toList();
    }

    /** Where a carrier is at home. */
    enum Region {
        GERMAN,
        FRENCH,
        ANY
    }
}
