package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a press of the button carries.
 *
 * @param newKeyHash hash of the edit key that goes with this press
 * @param heldKeyHash hash of the edit key that the browser holds
 * @param filledHiddenField whether the field was filled that no person sees
 * @param details what was added on the thanks page; empty for a press on the question itself
 * @param locale the language that the customer chose, if they did
 */
record Press(
        Nonce nonce,
        String newKeyHash,
        Optional<String> heldKeyHash,
        boolean filledHiddenField,
        Answer answer,
        Optional<Details> details,
        Optional<Locale> locale) {

    Press {
        requireNonNull(nonce, "nonce is null");
        requireNonNull(newKeyHash, "newKeyHash is null");
        requireNonNull(heldKeyHash, "heldKeyHash is null");
        requireNonNull(answer, "answer is null");
        requireNonNull(details, "details is null");
        requireNonNull(locale, "locale is null");
    }

    /** What the thanks page adds to an answer. */
    record Details(
            List<String> reasons, Optional<String> comment, Optional<ContactChannel> contactWish) {

        Details {
            reasons = List.copyOf(reasons);
            requireNonNull(comment, "comment is null");
            requireNonNull(contactWish, "contactWish is null");
        }
    }
}
