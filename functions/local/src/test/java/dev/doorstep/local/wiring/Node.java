package dev.doorstep.local.wiring;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of the template, read without a care whether it is there. */
record Node(@Nullable Object value) {

    Node at(String... path) {
        Object found = value;
        for (String name : path) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return new Node(found);
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        return String.valueOf(value);
    }

    Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new Node(member)));
        }
        return members;
    }

    /** Its elements, or itself where a list of one is written without brackets. */
    List<Node> elements() {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> new Node(element)).toList();
        }
        return isThere() ? List.of(this) : List.of();
    }

    /** The resource that {@code Ref} or {@code Fn::GetAtt} names here. */
    String resource() {
        Node attribute = at("Fn::GetAtt");
        return attribute.isThere() ? attribute.elements().getFirst().text() : at("Ref").text();
    }

    /** Each text in it, at any depth. */
    Stream<String> texts() {
        List<Node> parts = new ArrayList<>(members().values());
        if (value instanceof List<?>) {
            parts.addAll(elements());
        }
        return value instanceof String text ? Stream.of(text) : parts.stream().flatMap(Node::texts);
    }
}
