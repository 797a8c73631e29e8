package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.scores.DayPart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an export has come. The file is what was uploaded, with what is set aside behind it, and
 * ends right before the place that comes next.
 *
 * @param place that is looked at next; empty when all were
 * @param replies how many were written
 * @param upload of the parts that are full; empty before the first of them
 * @param rest the name under which the beginning of the next part is set aside
 */
record ExportProgress(
        Optional<Place> place, long replies, Optional<Upload> upload, Optional<String> rest) {

    ExportProgress {
        requireNonNull(place, "place is null");
        requireNonNull(upload, "upload is null");
        requireNonNull(rest, "rest is null");
    }

    static ExportProgress begin(Days days) {
        return new ExportProgress(
                Optional.of(Place.startOf(days.first())), 0, Optional.empty(), Optional.empty());
    }

    /** How many of the days were looked at whole. */
    long daysDone(Days days) {
        return place.filter(next -> next.day().isAfter(days.first()))
                .map(next -> new Days(days.first(), next.day().minusDays(1)).length())
                .orElse(place.isPresent() ? 0 : days.length());
    }

    /** More were written, and are not kept yet. */
    ExportProgress walked(Optional<Place> next, long more) {
        return new ExportProgress(next, replies + more, upload, rest);
    }

    /** What is not kept yet was uploaded. */
    ExportProgress uploaded(Upload parts) {
        return new ExportProgress(place, replies, Optional.of(parts), Optional.empty());
    }

    /** What is not kept yet was set aside, if there is any. */
    ExportProgress setAside(Optional<String> name) {
        return new ExportProgress(place, replies, upload, name);
    }

    /** All is done: what is left says how much it was. */
    ExportProgress over() {
        return new ExportProgress(Optional.empty(), replies, Optional.empty(), Optional.empty());
    }

    /** A part of what stands behind the figures of a day. */
    record Place(LocalDate day, DayPart.From from) {

        Place {
            requireNonNull(day, "day is null");
            requireNonNull(from, "from is null");
        }

        static Place startOf(LocalDate day) {
            return new Place(day, DayPart.From.start());
        }

        /**
         * @param next on the same day, if there is more
         */
        Optional<Place> next(Optional<DayPart.From> next, Days days) {
            LocalDate tomorrow = day.plusDays(1);
            return next.map(from -> new Place(day, from))
                    .or(() -> Optional.of(startOf(tomorrow)).filter(_ -> days.contains(tomorrow)));
        }
    }

    /**
     * A file that is uploaded in parts.
     *
     * @param id by S3
     * @param tags by which S3 knows what is in each part, from the first
     */
    record Upload(String id, List<String> tags) {

        Upload {
            requireNonNull(id, "id is null");
            tags = List.copyOf(tags);
        }

        int nextPart() {
            return tags.size() + 1;
        }

        Upload with(String tag) {
            return new Upload(id, Stream.concat(tags.stream(), Stream.of(tag)).toList());
        }
    }
}
