package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A person of support, as the sign-in names them. */
public record Agent(String id, Optional<String> name) {

    public Agent {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
    }
}
