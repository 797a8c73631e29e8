package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One version of something that is counted. What names it, and the day, are the same for each of
 * its versions.
 *
 * @param about what it is filed under, such as a touchpoint
 * @param day that it is filed under
 * @param id such as the survey's
 * @param version of two, the higher one counts
 */
public record Counted(String about, LocalDate day, String id, long version, Tally tally) {

    public Counted {
        requireNonNull(about, "about is null");
        requireNonNull(day, "day is null");
        requireNonNull(id, "id is null");
        requireNonNull(tally, "tally is null");
    }

    /** The same, with what was really added. */
    Counted with(Tally added) {
        return new Counted(about, day, id, version, added);
    }
}
