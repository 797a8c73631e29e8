package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A person of support, as the sign-in names them.
 *
 * @param address where mails for this person go
 */
public record Agent(String id, Optional<String> name, Optional<String> address) {

    public Agent {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(address, "address is null");
    }

    /** Someone to whom no mail can go. */
    public Agent(String id, Optional<String> name) {
        this(id, name, Optional.empty());
    }
}
