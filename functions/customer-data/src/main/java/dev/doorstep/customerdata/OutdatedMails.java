package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.replies.Letter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mails and photographs that came before a moment, whatever was made of them, but for those
 * that an open case is about.
 */
final class OutdatedMails implements Holding<Subject.Outdated> {
    private final InboundMails mails;
    private final FollowUps followUps;
    private final int pageSize;

    /**
     * @param pageSize how many objects are looked at in one step
     */
    OutdatedMails(InboundMails mails, FollowUps followUps, int pageSize) {
        this.mails = requireNonNull(mails, "mails is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.pageSize = pageSize;
    }

    @Override
    public Found.Page look(Subject.Outdated outdated, Optional<String> cursor) {
        InboundMails.Page page = mails.olderThan(outdated.before(), cursor, pageSize);
        Set<String> needed = page.keys().isEmpty() ? Set.of() : ofOpenCases();
        return new Found.Page(
                page.keys().stream()
                        .filter(key -> !needed.contains(key))
                        .map(key -> new Found.Collector().objects(List.of(key)).found(key))
                        .toList(),
                page.next());
    }

    private Set<String> ofOpenCases() {
        return followUps.live().stream()
                .flatMap(followUp -> followUp.letters().stream())
                .flatMap(Letter::keys)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void erase(Subject.Outdated outdated, String name) {
        mails.delete(name);
    }
}
