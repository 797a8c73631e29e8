package dev.doorstep.customerdata;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.surveys.OrderId;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request as an item of the table. */
final class DataRequestItem {
    static final String REQUEST_ID = "requestId";
    static final String VERSION = "version";

    private static final String KIND = "kind";
    private static final String CONTACT_ID = "contactId";
    private static final String BEFORE = "before";
    private static final String THROUGH = "through";
    private static final String PREVIOUS = "previous";
    private static final String ASKED_BY = "askedBy";
    private static final String ASKED_AT = "askedAt";
    private static final String CONFIRMED_BY = "confirmedBy";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String DONE_AT = "doneAt";
    private static final String PLACE = "place";
    private static final String CURSOR = "cursor";
    private static final String PENDING = "pending";
    private static final String NAME = "name";
    private static final String ORDERS = "orders";
    private static final String COUNTS = "counts";
    private static final String PARTS = "parts";
    private static final String FILES = "files";
    private static final String NOT_BEFORE = "notBefore";

    private DataRequestItem() {}

    static Item of(DataRequest request) {
        Progress progress = request.progress();
        return with(request.subject(), Item.builder())
                .with(REQUEST_ID, request.id())
                .with(KIND, request.kind().id())
                .with(ASKED_BY, request.asked().by())
                .with(ASKED_AT, request.asked().at())
                .withString(CONFIRMED_BY, request.confirmed().map(Deed::by))
                .withInstant(CONFIRMED_AT, request.confirmed().map(Deed::at))
                .withInstant(DONE_AT, request.doneAt())
                .withString(PLACE, progress.place().map(Place::id))
                .withString(CURSOR, progress.cursor())
                .withItems(PENDING, progress.pending().stream().map(DataRequestItem::of).toList())
                .withStrings(ORDERS, progress.orders().stream().map(OrderId::value).toList())
                .with(COUNTS, counts(progress.counts()))
                .with(PARTS, progress.parts())
                .withStrings(FILES, progress.files())
                .withInstant(NOT_BEFORE, progress.notBefore())
                .with(VERSION, request.version())
                .build();
    }

    static DataRequest read(Item item) {
        return new DataRequest(
                item.string(REQUEST_ID),
                Kind.of(item.string(KIND)),
                subject(item),
                new Deed(item.string(ASKED_BY), item.instant(ASKED_AT)),
                item.findString(CONFIRMED_BY).map(by -> new Deed(by, item.instant(CONFIRMED_AT))),
                progress(item),
                item.findInstant(DONE_AT),
                item.number(VERSION));
    }

    private static Item.Builder with(Subject subject, Item.Builder item) {
        return switch (subject) {
            case Subject.OfContact(ContactId contact) -> item.with(CONTACT_ID, contact.value());
            case Subject.Outdated outdated ->
                    item.with(BEFORE, outdated.before())
                            .with(THROUGH, outdated.through().toString())
                            .withString(PREVIOUS, outdated.previous());
        };
    }

    private static Subject subject(Item item) {
        return item.findString(CONTACT_ID)
                .<Subject>map(id -> new Subject.OfContact(new ContactId(id)))
                .orElseGet(
                        () ->
                                new Subject.Outdated(
                                        item.instant(BEFORE),
                                        LocalDate.parse(item.string(THROUGH)),
                                        item.findString(PREVIOUS)));
    }

    private static Progress progress(Item item) {
        return new Progress(
                item.findString(PLACE).map(Place::of),
                item.findString(CURSOR),
                item.items(PENDING).stream().map(DataRequestItem::pending).toList(),
                item.strings(ORDERS).stream().map(OrderId::new).collect(Collectors.toSet()),
                counts(item.findItem(COUNTS)),
                (int) item.number(PARTS),
                item.strings(FILES),
                item.findInstant(NOT_BEFORE));
    }

    private static Item of(Progress.Pending pending) {
        return Item.builder().with(PLACE, pending.place().id()).with(NAME, pending.name()).build();
    }

    private static Progress.Pending pending(Item item) {
        return new Progress.Pending(Place.of(item.string(PLACE)), item.string(NAME));
    }

    private static Item counts(Map<Kept, Integer> counts) {
        Item.Builder item = Item.builder();
        counts.forEach((kept, count) -> item.with(kept.id(), count));
        return item.build();
    }

    private static Map<Kept, Integer> counts(Optional<Item> item) {
        Map<Kept, Integer> counts = new EnumMap<>(Kept.class);
        for (Kept kept : List.of(Kept.values())) {
            item.flatMap(all -> all.findNumber(kept.id()))
                    .ifPresent(count -> counts.put(kept, count.intValue()));
        }
        return counts;
    }
}
