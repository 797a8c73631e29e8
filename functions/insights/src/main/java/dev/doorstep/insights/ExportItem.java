package dev.doorstep.insights;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.DayPart;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An export as an item of the table. */
final class ExportItem {
    static final String EXPORT_ID = "exportId";
    static final String VERSION = "version";

    /** In seconds since 1970, as DynamoDB's time to live has it. */
    static final String EXPIRES_AT = "expiresAt";

    private static final String TOUCHPOINT = "touchpoint";
    private static final String METRIC = "metric";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BY = "by";
    private static final String VALUE = "value";
    private static final String FORMAT = "format";
    private static final String GIVEN = "given";
    private static final String ASKED_BY = "askedBy";
    private static final String ASKED_AT = "askedAt";
    private static final String STARTED_AT = "startedAt";
    private static final String BEGINNINGS = "beginnings";
    private static final String FAILED_AT = "failedAt";
    private static final String DONE_AT = "doneAt";
    private static final String MOVED_AT = "movedAt";
    private static final String DAY = "day";
    private static final String PARTITION = "partition";
    private static final String AFTER = "after";
    private static final String REPLIES = "replies";
    private static final String UPLOAD_ID = "uploadId";
    private static final String TAGS = "tags";
    private static final String REST = "rest";

    private ExportItem() {}

    static Item of(ExportJob job) {
        ExportRequest request = job.request();
        Item.Builder item =
                Item.builder()
                        .with(EXPORT_ID, job.id())
                        .with(TOUCHPOINT, request.touchpoint().id())
                        .with(METRIC, request.metric().name())
                        .with(FROM, request.days().first().toString())
                        .with(TO, request.days().last().toString())
                        .withString(BY, request.segment().map(segment -> segment.by().id()))
                        .withString(VALUE, request.segment().map(ExportRequest.Segment::value))
                        .with(FORMAT, request.format().id())
                        .with(GIVEN, given(job.given()))
                        .with(ASKED_BY, job.askedBy())
                        .with(ASKED_AT, job.askedAt())
                        .withInstant(STARTED_AT, job.startedAt())
                        .with(BEGINNINGS, job.beginnings())
                        .withInstant(FAILED_AT, job.failedAt())
                        .withInstant(DONE_AT, job.doneAt())
                        .with(MOVED_AT, job.movedAt())
                        .with(EXPIRES_AT, job.expiresAt().getEpochSecond())
                        .with(VERSION, job.version());
        return write(item, job.progress()).build();
    }

    private static Item.Builder write(Item.Builder item, ExportProgress progress) {
        progress.place()
                .ifPresent(
                        place ->
                                item.with(DAY, place.day().toString())
                                        .with(PARTITION, place.from().partition())
                                        .withString(AFTER, place.from().after()));
        progress.upload()
                .ifPresent(
                        upload ->
                                item.with(UPLOAD_ID, upload.id()).withStrings(TAGS, upload.tags()));
        return item.with(REPLIES, progress.replies()).withString(REST, progress.rest());
    }

    static ExportJob read(Item item) {
        return new ExportJob(
                item.string(EXPORT_ID),
                request(item),
                given(item.findItem(GIVEN)),
                item.string(ASKED_BY),
                item.instant(ASKED_AT),
                item.findInstant(STARTED_AT),
                progress(item),
                (int) item.number(BEGINNINGS),
                item.findInstant(FAILED_AT),
                item.findInstant(DONE_AT),
                item.instant(MOVED_AT),
                item.number(VERSION));
    }

    private static ExportRequest request(Item item) {
        return new ExportRequest(
                Touchpoint.of(item.string(TOUCHPOINT)),
                Metric.valueOf(item.string(METRIC)),
                new Days(day(item, FROM), day(item, TO)),
                item.findString(BY)
                        .map(by -> new ExportRequest.Segment(Dimension.of(by), item.string(VALUE))),
                ExportFormat.of(item.string(FORMAT)));
    }

    private static ExportProgress progress(Item item) {
        return new ExportProgress(
                item.findString(DAY).map(day -> place(LocalDate.parse(day), item)),
                item.number(REPLIES),
                item.findString(UPLOAD_ID)
                        .map(id -> new ExportProgress.Upload(id, item.strings(TAGS))),
                item.findString(REST));
    }

    private static ExportProgress.Place place(LocalDate day, Item item) {
        return new ExportProgress.Place(
                day, new DayPart.From((int) item.number(PARTITION), item.findString(AFTER)));
    }

    private static LocalDate day(Item item, String name) {
        return LocalDate.parse(item.string(name));
    }

    private static Item given(Map<String, String> fields) {
        Item.Builder item = Item.builder();
        fields.forEach(item::with);
        return item.build();
    }

    private static Map<String, String> given(Optional<Item> item) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.ifPresent(
                all ->
                        all.attributes()
                                .keySet()
                                .forEach(name -> fields.put(name, all.string(name))));
        return fields;
    }
}
