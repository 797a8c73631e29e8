package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

/** A playbook is not one. Says where, and what is wrong, to whoever wrote it. */
public final class WrongPlaybook extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String detail;
    private final boolean ofForm;

    WrongPlaybook(Place place, String detail, boolean ofForm) {
        super(
                "%s, line %d, column %d: %s"
                        .formatted(place.file(), place.line(), place.column(), detail));
        this.line = place.line();
        this.column = place.column();
        this.detail = requireNonNull(detail, "detail is null");
        this.ofForm = ofForm;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** In UTF-16 units, counted from 1. */
    public int column() {
        return column;
    }

    public String detail() {
        return detail;
    }

    /** Whether the schema refuses it as well. */
    boolean isOfForm() {
        return ofForm;
    }
}
