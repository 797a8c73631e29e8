package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

/** A place in a file; line and column count from 1. */
record Place(String file, int line, int column) {

    Place {
        requireNonNull(file, "file is null");
    }

    /** What is here is not what the schema asks for. */
    WrongPlaybook wrong(String detail) {
        return new WrongPlaybook(this, detail, true);
    }

    /** What is here has the right form, but cannot be meant. */
    WrongPlaybook senseless(String detail) {
        return new WrongPlaybook(this, detail, false);
    }
}
