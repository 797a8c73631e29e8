package dev.doorstep.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name before an address in a header: quoted if it is ASCII (RFC 5322), else as encoded words
 * (RFC 2047) of at most 75 characters. Line breaks and control characters do not come through.
 */
record DisplayName(String encoded) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final int BYTES_PER_WORD = 45;

    static DisplayName of(String name) {
        String line = CONTROL.matcher(name).replaceAll(" ").strip();
        return new DisplayName(ASCII.matcher(line).matches() ? quoted(line) : words(line));
    }

    String withAddress(String address) {
        return encoded + " <" + address + ">";
    }

    private static String quoted(String line) {
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int codePoint : line.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (bytes(part + character).length > BYTES_PER_WORD) {
                words.add(word(part));
                part.setLength(0);
            }
            part.append(character);
        }
        words.add(word(part));
        return String.join(" ", words);
    }

    private static String word(CharSequence part) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(part.toString())) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
