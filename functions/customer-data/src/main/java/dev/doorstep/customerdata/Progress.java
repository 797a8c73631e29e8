package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.OrderId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a request has come. What was found is noted and counted first, and then dealt with, one
 * after the other: whoever dies in between finds in here what is left, and counts nothing twice.
 *
 * @param place to look at next; empty when all were looked at
 * @param cursor where the next look at it begins
 * @param pending what was found and is not dealt with
 * @param orders of the customer that were found
 * @param parts how many parts of an export are kept
 * @param files the keys of the mails and photographs that belong to an export
 * @param notBefore when the next look may be made, if it has to wait
 */
record Progress(
        Optional<Place> place,
        Optional<String> cursor,
        List<Pending> pending,
        Set<OrderId> orders,
        Map<Kept, Integer> counts,
        int parts,
        List<String> files,
        Optional<Instant> notBefore) {

    Progress {
        requireNonNull(place, "place is null");
        requireNonNull(cursor, "cursor is null");
        pending = List.copyOf(pending);
        orders = Set.copyOf(orders);
        counts = Map.copyOf(counts);
        files = List.copyOf(files);
        requireNonNull(notBefore, "notBefore is null");
    }

    static Progress begin() {
        return new Progress(
                Optional.of(Place.first()),
                Optional.empty(),
                List.of(),
                Set.of(),
                Map.of(),
                0,
                List.of(),
                Optional.empty());
    }

    /** Something that was found at a place, by the name that the place gave it. */
    record Pending(Place place, String name) {

        Pending {
            requireNonNull(place, "place is null");
            requireNonNull(name, "name is null");
        }
    }

    /** What was looked at brought this to be erased. */
    Progress toErase(Kind kind, Place at, Found.Page page) {
        List<Pending> more =
                page.found().stream().map(found -> new Pending(at, found.name())).toList();
        List<String> objects = page.found().stream().flatMap(f -> f.objects().stream()).toList();
        return looked(kind, at, page, more, objects, parts, List.of());
    }

    /** What was looked at brought this to be copied; each object once. */
    Progress toExport(Place at, Found.Page page) {
        List<String> objects =
                page.found().stream()
                        .flatMap(found -> found.objects().stream())
                        .distinct()
                        .filter(key -> !files.contains(key))
                        .toList();
        List<String> all = new ArrayList<>(files);
        all.addAll(objects);
        List<Pending> more = objects.stream().map(key -> new Pending(at, key)).toList();
        int kept = page.found().isEmpty() ? parts : parts + 1;
        return looked(Kind.EXPORT, at, page, more, objects, kept, all);
    }

    private Progress looked(
            Kind kind,
            Place at,
            Found.Page page,
            List<Pending> more,
            List<String> objects,
            int keptParts,
            List<String> allFiles) {
        Set<OrderId> allOrders = new LinkedHashSet<>(orders);
        page.found().stream().flatMap(found -> found.order().stream()).forEach(allOrders::add);
        return new Progress(
                page.next().isPresent() ? Optional.of(at) : at.next(kind),
                page.next(),
                more,
                allOrders,
                counted(page, objects),
                keptParts,
                allFiles,
                notBefore);
    }

    private Map<Kept, Integer> counted(Found.Page page, List<String> objects) {
        Map<Kept, Integer> all = new EnumMap<>(Kept.class);
        all.putAll(counts);
        for (Found found : page.found()) {
            found.rows().forEach((kept, rows) -> all.merge(kept, rows.size(), Integer::sum));
        }
        objects.forEach(key -> all.merge(Kept.ofObject(key), 1, Integer::sum));
        return all;
    }

    /** The first of what was pending is dealt with. */
    Progress dealtWith() {
        return new Progress(
                place,
                cursor,
                pending.subList(1, pending.size()),
                orders,
                counts,
                parts,
                files,
                notBefore);
    }

    /** All is done: what is left says how much it was, and not what. */
    Progress over() {
        return new Progress(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                counts,
                parts,
                files,
                Optional.empty());
    }

    /** The same, for a look that is to wait. */
    Progress notBefore(Instant moment) {
        return new Progress(
                place, cursor, pending, orders, counts, parts, files, Optional.of(moment));
    }

    boolean isAt(Place at) {
        return place.filter(at::equals).isPresent();
    }

    /** How long it has to wait until it can go on, if it has to. */
    Optional<Duration> wait(Instant now) {
        return notBefore
                .filter(_ -> pending.isEmpty())
                .filter(now::isBefore)
                .map(moment -> Duration.between(now, moment));
    }
}
