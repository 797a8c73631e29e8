package dev.doorstep.emailreply.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A text of a mail.
 *
 * @param charset as the mail names it
 * @param isFlowed whether its lines are to be joined (RFC 3676)
 * @param isDelSp whether the space that marks a line to be joined goes too
 */
public record TextPart(
        byte[] content, Optional<String> charset, boolean isFlowed, boolean isDelSp) {
    private static final String WESTERN = "windows-1252";

    /** What mails of a language were written in before UTF-8, and often do not name. */
    private static final Map<String, String> OLDER =
            Map.of("el", "windows-1253", "sl", "windows-1250", "ar", "windows-1256");

    public TextPart {
        content = content.clone();
        requireNonNull(charset, "charset is null");
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /**
     * The text in the charset that the mail names, where ISO 8859-1 means what Windows has made of
     * it; if it names none, or a wrong one, in UTF-8, and if it is not that, in the older one of
     * the language.
     */
    public String text(Locale locale) {
        return charset.flatMap(TextPart::known)
                .map(named -> named.equals(ISO_8859_1) ? Charset.forName(WESTERN) : named)
                .filter(named -> !named.equals(US_ASCII))
                .flatMap(this::strictly)
                .or(() -> strictly(UTF_8))
                .orElseGet(
                        () ->
                                new String(
                                        content,
                                        Charset.forName(
                                                OLDER.getOrDefault(
                                                        locale.getLanguage(), WESTERN))));
    }

    /** Both, one below the other. */
    TextPart followedBy(TextPart next) {
        String both = text(Locale.ROOT) + "\n" + next.text(Locale.ROOT);
        boolean isOne = charset.equals(next.charset);
        return new TextPart(
                isOne ? joined(content, next.content) : both.getBytes(UTF_8),
                isOne ? charset : Optional.of(UTF_8.name()),
                isFlowed,
                isDelSp);
    }

    private static byte[] joined(byte[] above, byte[] below) {
        byte[] both = Arrays.copyOf(above, above.length + 1 + below.length);
        both[above.length] = '\n';
        System.arraycopy(below, 0, both, above.length + 1, below.length);
        return both;
    }

    private Optional<String> strictly(Charset in) {
        try {
            return Optional.of(in.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }
}
