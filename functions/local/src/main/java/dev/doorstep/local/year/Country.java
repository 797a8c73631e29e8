package dev.doorstep.local.year;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Where the shop delivers to, and which languages customers there speak. */
enum Country {
    DE(50, "Europe/Berlin", Region.GERMAN, List.of("de", "de", "de", "de", "en")),
    AT(16, "Europe/Vienna", Region.GERMAN, List.of("de")),
    FR(18, "Europe/Paris", Region.FRENCH, List.of("fr")),
    LU(8, "Europe/Luxembourg", Region.FRENCH, List.of("fr", "fr", "de", "lb", "en")),
    IE(8, "Europe/Dublin", Region.ANY, List.of("en"));

    private final int weight;
    private final ZoneId zone;
    private final Region region;
    private final List<Locale> locales;

    Country(int weight, String zone, Region region, List<String> languages) {
        this.weight = weight;
        this.zone = ZoneId.of(zone);
        this.region = region;
        this.locales = languages.stream().map(Locale::forLanguageTag).toList();
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
        return locales;
    }

    /** Where a carrier is at home. */
    enum Region {
        GERMAN,
        FRENCH,
        ANY
    }
}
