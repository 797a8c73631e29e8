package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form of the page sends. */
record DeskForm(Map<String, List<String>> fields) {

    DeskForm {
        fields = Map.copyOf(fields);
    }

    static DeskForm of(HttpRequest request) {
        return new DeskForm(request.form());
    }

    static DeskForm empty() {
        return new DeskForm(Map.of());
    }

    /** As it was typed, with the ends of lines that everything else has. */
    String typed(String name) {
        return all(name).stream().findFirst().orElse("").replace("\r\n", "\n");
    }

    Optional<String> find(String name) {
        return Optional.of(typed(name).strip()).filter(text -> !text.isEmpty());
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
