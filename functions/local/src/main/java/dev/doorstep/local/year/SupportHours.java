package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Promises;
import dev.doorstep.programme.Support;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Severity;

import java.time.Duration;
import java.time.Instant;

/** When support works. */
record SupportHours(Support support) {

    SupportHours {
        requireNonNull(support, "support is null");
    }

    /** So much working time after that: by then it would have promised to be in touch. */
    Instant after(Instant moment, Duration work) {
        Support promising =
                new Support(
                        support.address(),
                        support.leadAddress(),
                        support.zone(),
                        support.hours(),
                        support.holidays(),
                        work,
                        support.urgentPromise(),
                        support.urgentOrderValue(),
                        support.lease());
        return Promises.promise(new Attention(Severity.NORMAL, moment), promising, moment).by();
    }
}
