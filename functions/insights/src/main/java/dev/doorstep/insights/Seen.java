package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.StreamRecord;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;

import java.util.Optional;

/** What a stream shows: something that is counted, as it is now, and as it was if that matters. */
sealed interface Seen {

    record OfReply(Reply reply) implements Seen {

        public OfReply {
            requireNonNull(reply, "reply is null");
        }
    }

    record OfOrder(Optional<OrderSurveys> before, OrderSurveys after) implements Seen {

        public OfOrder {
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }

    record OfCase(Optional<FollowUp> before, FollowUp after) implements Seen {

        public OfCase {
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }

    /**
     * Which table a record is of, the key of its item says: each table has its own. Empty of what
     * was removed, which stays counted.
     */
    static Optional<Seen> of(StreamRecord changed) {
        return changed.after().map(after -> of(changed.before(), after));
    }

    private static Seen of(Optional<Item> before, Item after) {
        if (Surveys.holds(after)) {
            return new OfOrder(before.map(Surveys::read), Surveys.read(after));
        }
        if (FollowUps.holds(after)) {
            return new OfCase(before.map(FollowUps::read), FollowUps.read(after));
        }
        return new OfReply(Replies.read(after));
    }
}
