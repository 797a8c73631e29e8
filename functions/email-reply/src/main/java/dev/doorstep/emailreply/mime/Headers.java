package dev.doorstep.emailreply.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header fields of a mail, unfolded; of each name the topmost first. Encoded words (RFC 2047)
 * stand as they came: decoded too soon, a name could pass for an address.
 *
 * @param byName by names in lower case
 */
public record Headers(Map<String, List<String>> byName) {

    /** What takes encoded words apart takes a time that grows with the square. */
    private static final int LONGEST_ENCODED = 4 * 1024;

    public Headers {
        byName =
                byName.entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey, named -> List.copyOf(named.getValue())));
    }

    /** The topmost: what a server puts in front of a mail stands above what came with it. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The topmost, as a person is to read it. */
    public Optional<String> text(String name) {
        return first(name).map(value -> value.length() > LONGEST_ENCODED ? value : decoded(value));
    }

    public List<String> all(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    private static String decoded(String value) {
        try {
            return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, UTF_8).strip();
        } catch (IllegalArgumentException _) {
            return value;
        }
    }
}
