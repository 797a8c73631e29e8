package dev.doorstep.local.year;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
        return languages().map(Locale::forLanguageTag).toList();
    }

    private Stream<String> languages() {
        return switch (this) {
            case DE -> Stream.of("de", "de", "de", "de", "en");
            case AT -> Stream.of("de");
            case FR -> Stream.of("fr");
            case LU -> Stream.of("fr", "fr", "de", "lb", "en");
            case IE -> Stream.of("en");
        };
    }

    /** Where a carrier is at home. */
    enum Region {
        GERMAN,
        FRENCH,
        ANY
    }
}
