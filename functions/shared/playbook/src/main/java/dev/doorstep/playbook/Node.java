package dev.doorstep.playbook;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON value that knows its place. It is read by type; what is of another type is refused there.
 */
sealed interface Node {

    Place place();

    record Text(Place place, String value) implements Node {}

    record Numeral(Place place, BigDecimal value) implements Node {}

    record Truth(Place place, boolean value) implements Node {}

    record Nothing(Place place) implements Node {}

    record Many(Place place, List<Node> nodes) implements Node {
        public Many {
            nodes = List.copyOf(nodes);
        }
    }

    /** A name in an object, and what it stands for. */
    record Member(Place place, String name, Node value) {}

    /** An object. */
    record Members(Place place, Map<String, Member> byName) implements Node {
        public Members {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }

        /**
         * Refuses any other name, in the words of whoever wrote it.
         *
         * @param what the names are, as in "there is no condition"
         */
        void allow(String what, Collection<String> names) {
            for (Member member : byName.values()) {
                if (!names.contains(member.name())) {
                    throw member.place().wrong(unknown(what, member.name(), names));
                }
            }
        }

        void requireSome() {
            if (byName.isEmpty()) {
                throw place.wrong("must not be empty");
            }
        }

        Node require(String name) {
            return find(name).orElseThrow(() -> place.wrong("\"" + name + "\" is missing here"));
        }

        Optional<Node> find(String name) {
            return Optional.ofNullable(byName.get(name)).map(Member::value);
        }
    }

    default String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        throw place().wrong("must be a text in quotation marks");
    }

    default boolean truth() {
        if (this instanceof Truth truth) {
            return truth.value();
        }
        throw place().wrong("must be true or false");
    }

    default BigDecimal number(BigDecimal least, BigDecimal most) {
        if (this instanceof Numeral number
                && number.value().compareTo(least) >= 0
                && number.value().compareTo(most) <= 0) {
            return number.value();
        }
        throw place().wrong(
                        "must be a number from %s to %s"
                                .formatted(least.toPlainString(), most.toPlainString()));
    }

    default int whole(int least, int most) {
        if (this instanceof Numeral(Place _, BigDecimal value)
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.stripTrailingZeros().scale() <= 0) {
            return value.intValueExact();
        }
        throw place().wrong("must be a whole number from %d to %d".formatted(least, most));
    }

    default Members members() {
        if (this instanceof Members members) {
            return members;
        }
        throw place().wrong("must be in braces: { … }");
    }

    /** The entries of a list, at least one. */
    default List<Node> some() {
        List<Node> nodes = any();
        if (nodes.isEmpty()) {
            throw place().wrong("must not be empty");
        }
        return nodes;
    }

    default List<Node> any() {
        if (this instanceof Many many) {
            return many.nodes();
        }
        throw place().wrong("must be a list in brackets: [ … ]");
    }

    /**
     * A word that is known.
     *
     * @param what it is, as in "there is no touchpoint"
     */
    default <T> T word(String what, Function<String, Optional<T>> find, Collection<String> known) {
        String word = text();
        return find.apply(word).orElseThrow(() -> place().wrong(unknown(what, word, known)));
    }

    /** Known words, at least one, none of them twice. */
    default <T> Set<T> words(
            String what, Function<String, Optional<T>> find, Collection<String> known) {
        Set<T> words = new LinkedHashSet<>();
        for (Node node : some()) {
            if (!words.add(node.word(what, find, known))) {
                throw node.place().wrong(what + " \"" + node.text() + "\" is given twice");
            }
        }
        return words;
    }

    private static String unknown(String what, String word, Collection<String> known) {
        return "there is no %s \"%s\"; there are: %s"
                .formatted(what, word, String.join(", ", known));
    }
}
