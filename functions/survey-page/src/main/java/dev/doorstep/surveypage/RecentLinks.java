package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Links, and in memory those that were looked up a moment ago: who is shown a page presses its
 * button next. A link never changes. Safe for use by several threads.
 */
final class RecentLinks {
    static final int MOST = 200;
    private static final Duration A_MOMENT = Duration.ofMinutes(10);

    private final Links links;
    private final Map<String, Seen> recent = new LinkedHashMap<>();

    RecentLinks(Links links) {
        this.links = requireNonNull(links, "links is null");
    }

    /** The link of this token, if it is known and not expired. */
    Optional<Link> find(Token token, Instant now) {
        return recent(token.hash(), now).or(() -> lookedUp(token, now));
    }

    private Optional<Link> lookedUp(Token token, Instant now) {
        Optional<Link> link = links.find(token, now);
        link.ifPresent(found -> keep(found, now));
        return link;
    }

    private synchronized Optional<Link> recent(String hash, Instant now) {
        return Optional.ofNullable(recent.get(hash))
                .filter(seen -> now.isBefore(seen.at().plus(A_MOMENT)))
                .map(Seen::link)
                .filter(link -> now.isBefore(link.expiresAt()));
    }

    /** What was looked up first is forgotten first. */
    private synchronized void keep(Link link, Instant now) {
        recent.remove(link.tokenHash());
        recent.put(link.tokenHash(), new Seen(link, now));
        if (recent.size() > MOST) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    private record Seen(Link link, Instant at) {}
}
