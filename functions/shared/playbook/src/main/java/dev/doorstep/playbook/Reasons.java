package dev.doorstep.playbook;

import dev.doorstep.replies.ReplyReason;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The reasons that a rule may ask for, by the ids under which customers give them. */
public final class Reasons {

    /** All that can be wrong, as the page offers it. */
    public static final List<String> IDS =
            Stream.concat(
                            EnumSet.range(ReplyReason.PRODUCT, ReplyReason.SERVICE).stream(),
                            Stream.of(ReplyReason.OTHER))
                    .map(ReplyReason::id)
                    .toList();

    private Reasons() {}
}
