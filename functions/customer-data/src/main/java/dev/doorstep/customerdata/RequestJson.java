package dev.doorstep.customerdata;

import dev.doorstep.contacts.ContactId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request as leads see it. */
final class RequestJson {

    private RequestJson() {}

    /**
     * @param links to the files of an export, while it is there
     */
    static Map<String, Object> of(DataRequest request, List<Exports.Link> links) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", request.id());
        members.put("kind", request.kind().id());
        members.put("state", request.state());
        put(request.subject(), members);
        members.put("askedBy", request.asked().by());
        members.put("askedAt", request.asked().at().toString());
        request.confirmed()
                .ifPresent(
                        deed -> {
                            members.put("confirmedBy", deed.by());
                            members.put("confirmedAt", deed.at().toString());
                        });
        request.doneAt().ifPresent(at -> members.put("doneAt", at.toString()));
        members.put("counts", counts(request));
        if (!links.isEmpty()) {
            members.put("files", links.stream().map(Exports.Link::members).toList());
        }
        return members;
    }

    private static void put(Subject subject, Map<String, Object> members) {
        switch (subject) {
            case Subject.OfContact(ContactId contact) -> members.put("contactId", contact.value());
            case Subject.Outdated outdated -> {
                members.put("through", outdated.through().toString());
                members.put("before", outdated.before().toString());
                outdated.previous().ifPresent(id -> members.put("previous", id));
            }
        }
    }

    /** Zeros are said, too: that nothing was there is an answer. */
    private static Map<String, Object> counts(DataRequest request) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Kept kept : Kept.values()) {
            if (kept.isSought(request.kind())) {
                counts.put(kept.id(), request.progress().counts().getOrDefault(kept, 0));
            }
        }
        return counts;
    }
}
