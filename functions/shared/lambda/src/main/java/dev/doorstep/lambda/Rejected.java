package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

/**
 * The input is wrong and will stay wrong: never retry. Names the field at fault, never its value.
 */
public final class Rejected extends Failure {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String detail;

    /**
     * @param field JSON Pointer (RFC 6901) of the field at fault; empty for the whole input
     * @param detail what is wrong with it, without the value itself
     */
    public Rejected(String field, String detail) {
        super(field.isEmpty() ? detail : field + ": " + detail);
        this.field = requireNonNull(field, "field is null");
        this.detail = requireNonNull(detail, "detail is null");
    }

    /** JSON Pointer of the field at fault; empty for the whole input. */
    public String field() {
        return field;
    }

    public String detail() {
        return detail;
    }
}
