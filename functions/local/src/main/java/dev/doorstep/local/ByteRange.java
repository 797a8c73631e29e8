package dev.doorstep.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of something, both ends counted in. Source: RFC 9110, section 14.1.2.
 *
 * @param first from 0
 * @param last behind {@code first}, or before it if the range holds nothing of what is there
 */
record ByteRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** Empty for what is not one range: such a header is passed over. */
    static Optional<ByteRange> of(String header, int length) {
        Matcher found = FORM.matcher(header);
        if (!found.matches() || header.equals("bytes=-")) {
            return Optional.empty();
        }
        String first = found.group(1);
        String last = found.group(2);
        if (first.isEmpty()) {
            return Optional.of(
                    new ByteRange(Math.max(0, length - Integer.parseInt(last)), length - 1));
        }
        int end = last.isEmpty() ? length - 1 : Math.min(Integer.parseInt(last), length - 1);
        return Optional.of(new ByteRange(Integer.parseInt(first), end));
    }

    boolean isEmpty() {
        return first > last;
    }

    String of(int length) {
        return "bytes %d-%d/%d".formatted(first, last, length);
    }
}
