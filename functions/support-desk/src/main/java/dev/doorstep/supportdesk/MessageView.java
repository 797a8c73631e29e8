package dev.doorstep.supportdesk;

import java.util.List;
import java.util.Optional;

/**
 * A page that says one thing.
 *
 * @param about {@code unknown}, {@code bad}, {@code failed}, {@code signed-out} or {@code
 *     forbidden}
 * @param texts what was typed, to be copied
 * @param signIn where to sign in again
 */
public record MessageView(Frame frame, String about, List<String> texts, Optional<String> signIn) {

    public String title() {
        return frame.text(about + ".title");
    }

    public String text() {
        return frame.text(about + ".text");
    }
}
