package dev.doorstep.emailreply.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows blocks such as From, Sent, To, Subject that some programs put above a quoted mail. */
final class HeaderBlocks {
    private static final int MOST_LINES = 14;
    private static final int LONGEST_KEY = 25;
    private static final int KEYS_OF_ONE_LINE = 3;

    private enum Role {
        FROM,
        SENT,
        TO,
        COPY,
        SUBJECT,
        REPLY
    }

    /** By the word before the colon: its role in each language that has it. */
    private final Map<String, Map<String, Role>> roles = new HashMap<>();

    HeaderBlocks(Marks marks) {
        for (String name : marks.namesAfter("header.")) {
            int dot = name.indexOf('.');
            String language = name.substring(0, dot);
            Role role = Role.valueOf(name.substring(dot + 1).toUpperCase(Locale.ROOT));
            marks.phrases("header." + name).forEach(key -> put(key, language, role));
        }
    }

    private void put(String key, String language, Role role) {
        roles.computeIfAbsent(key, _ -> new HashMap<>()).put(language, role);
    }

    /** How many lines the block has that begins at a line; 0 if none does. */
    int at(List<Line> lines, int at) {
        Map<String, Role> first = rolesOf(lines.get(at).key());
        if (first.isEmpty()) {
            return 0;
        }
        if (isInOneLine(lines.get(at).key())) {
            return 1;
        }
        Block block = new Block();
        int end = at;
        for (int i = at; i < Math.min(lines.size(), at + MOST_LINES); i++) {
            Line line = lines.get(i);
            Map<String, Role> found = line.isQuoted() ? Map.of() : rolesOf(line.key());
            if (!found.isEmpty()) {
                block.add(line.key(), found);
                end = i + 1;
            } else if (!mayBeWithin(lines, i)) {
                break;
            }
        }
        return block.isComplete() ? end - at : 0;
    }

    /** Whether a line begins with a key such as "From:". */
    boolean hasKey(Line line) {
        return !rolesOf(line.key()).isEmpty();
    }

    /** A blank line between two keys, or the rest of a long list of addresses. */
    private static boolean mayBeWithin(List<Line> lines, int i) {
        Line line = lines.get(i);
        return line.blank() ? !lines.get(i - 1).blank() : Evidence.hasAddress(line.key());
    }

    private Map<String, Role> rolesOf(String key) {
        int colon = key.indexOf(':');
        return colon < 1 || colon > LONGEST_KEY
                ? Map.of()
                : roles.getOrDefault(key.substring(0, colon).strip(), Map.of());
    }

    private boolean isInOneLine(String key) {
        Map<String, Set<Role>> found = new HashMap<>();
        for (int colon = key.indexOf(':'); colon >= 0; colon = key.indexOf(':', colon + 1)) {
            String before = key.substring(0, colon).strip();
            String word = before.substring(before.lastIndexOf(' ') + 1);
            roles.getOrDefault(word, Map.of()).forEach((l, role) -> add(found, l, role));
        }
        return found.values().stream()
                .anyMatch(r -> r.size() >= KEYS_OF_ONE_LINE && r.contains(Role.FROM));
    }

    private static void add(Map<String, Set<Role>> found, String language, Role role) {
        found.computeIfAbsent(language, _ -> EnumSet.noneOf(Role.class)).add(role);
    }

    /** What has been seen of a block. */
    private static final class Block {
        private final Map<String, Set<Role>> found = new HashMap<>();
        private boolean address;
        private boolean digit;

        void add(String key, Map<String, Role> roles) {
            roles.forEach((language, role) -> HeaderBlocks.add(found, language, role));
            address |= Evidence.hasAddress(key);
            digit |= Evidence.hasDigit(key);
        }

        boolean isComplete() {
            return (address || digit) && found.values().stream().anyMatch(this::isEnough);
        }

        private boolean isEnough(Set<Role> roles) {
            boolean told = address || roles.contains(Role.SENT) || roles.contains(Role.SUBJECT);
            return told && roles.size() >= (roles.contains(Role.FROM) ? 2 : 3);
        }
    }
}
