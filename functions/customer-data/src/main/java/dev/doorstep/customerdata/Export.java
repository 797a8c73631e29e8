package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the copy of a customer's data: one file with the rows of each table as the tables have
 * them, and the mails and photographs as they came. Safe for use by several threads.
 */
final class Export {
    /** The file with everything but the mails. */
    static final String WHOLE = "customer-data.json";

    private final InboundMails mails;
    private final Exports exports;

    Export(InboundMails mails, Exports exports) {
        this.mails = requireNonNull(mails, "mails is null");
        this.exports = requireNonNull(exports, "exports is null");
    }

    /** The names of all files of an export, the one with everything but the mails first. */
    static Stream<String> files(DataRequest request) {
        return Stream.concat(Stream.of(WHOLE), request.progress().files().stream());
    }

    /** Keeps what a look brought. */
    void keep(DataRequest request, Found.Page page) {
        if (!page.found().isEmpty()) {
            exports.putPart(request.id(), request.progress().parts(), rows(page));
        }
    }

    /** Copies a mail or a photograph; one that is gone by now is forgotten anyway. */
    void copy(DataRequest request, String key) {
        Optional<byte[]> content = mails.read(key);
        content.ifPresent(bytes -> exports.putObject(request.id(), key, bytes));
    }

    /**
     * Puts the parts together.
     *
     * @return whether they were all there; not if the request stood still for longer than the
     *     bucket keeps them
     */
    boolean finish(DataRequest request) {
        Map<String, List<JsonObject>> all = new LinkedHashMap<>();
        for (int number = 0; number < request.progress().parts(); number++) {
            Optional<JsonObject> part = exports.part(request.id(), number);
            if (part.isEmpty()) {
                return false;
            }
            part.ifPresent(rows -> add(rows, all));
        }
        exports.putWhole(request.id(), WHOLE, whole(request, all));
        return true;
    }

    private static void add(JsonObject part, Map<String, List<JsonObject>> all) {
        for (String name : part.members().keySet()) {
            all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(part.objects(name));
        }
    }

    private static Map<String, Object> whole(
            DataRequest request, Map<String, List<JsonObject>> all) {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Kept kept : Kept.values()) {
            if (!kept.isObject()) {
                whole.put(
                        kept.id(),
                        all.getOrDefault(kept.id(), List.of()).stream()
                                .map(JsonObject::members)
                                .toList());
            }
        }
        whole.put("files", request.progress().files());
        return whole;
    }

    private static Map<String, Object> rows(Found.Page page) {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        for (Found found : page.found()) {
            found.rows()
                    .forEach(
                            (kept, items) ->
                                    rows.computeIfAbsent(kept.id(), _ -> new ArrayList<>())
                                            .addAll(items.stream().map(Item::members).toList()));
        }
        return new LinkedHashMap<>(rows);
    }
}
