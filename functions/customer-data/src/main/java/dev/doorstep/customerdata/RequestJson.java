package dev.doorstep.customerdata;

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
        members.put("contactId", request.contact().value());
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

    /** Zeros are said, too: that nothing was there is an answer. */
    private static Map<String, Object> counts(DataRequest request) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Kept kept : Kept.values()) {
            if (request.kind() == Kind.EXPORT || kept.isErased()) {
                counts.put(kept.id(), request.progress().counts().getOrDefault(kept, 0));
            }
        }
        return counts;
    }
}
