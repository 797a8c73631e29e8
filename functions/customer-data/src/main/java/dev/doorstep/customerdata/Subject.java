package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whose data a request is about. */
sealed interface Subject {

    /** One customer's, known by the keyed hash of the address alone. */
    record OfContact(ContactId contact) implements Subject {

        public OfContact {
            requireNonNull(contact, "contact is null");
        }
    }

    /**
     * Everybody's of whose orders nothing happened since a moment.
     *
     * @param through the last day that is over by then
     * @param previous the id of the request of this kind before it, if there was one
     */
    record Outdated(Instant before, LocalDate through, Optional<String> previous)
            implements Subject {

        public Outdated {
            requireNonNull(before, "before is null");
            requireNonNull(through, "through is null");
            requireNonNull(previous, "previous is null");
        }
    }
}
