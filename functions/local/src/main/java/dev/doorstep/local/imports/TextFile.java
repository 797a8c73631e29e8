package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of text, and in which characters it is written.
 *
 * @param isWhole whether each byte of it is known to be a character; where not, what is none reads
 *     as {@link #NO_CHARACTER}
 */
record TextFile(Path path, Charset charset, boolean isWhole) {
    static final char NO_CHARACTER = '\uFFFD';

    /** What programs mean by Latin-1; it has all of ISO 8859-1 that is printed. */
    static final Charset LATIN_1 = Charset.forName("windows-1252");

    private static final int BUFFER = 1 << 16;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};

    TextFile {
        requireNonNull(path, "path is null");
        requireNonNull(charset, "charset is null");
    }

    /**
     * Finds out how the file is written, if nobody says it: by its byte order mark; else it is
     * UTF-8, unless what is not UTF-8 in it outweighs what is, and then Latin-1. Reads it once,
     * piece by piece.
     */
    static TextFile of(Path path, Optional<Charset> told) throws IOException {
        if (told.isPresent() && !told.get().equals(StandardCharsets.UTF_8)) {
            return new TextFile(path, told.get(), false);
        }
        if (told.isEmpty() && (hasMark(path, UTF_16LE_MARK) || hasMark(path, UTF_16BE_MARK))) {
            return new TextFile(path, StandardCharsets.UTF_16, false);
        }
        Letters letters = letters(path);
        boolean isUtf8 = told.isPresent() || letters.outOfPlace() <= letters.inPlace();
        return new TextFile(
                path, isUtf8 ? StandardCharsets.UTF_8 : LATIN_1, letters.outOfPlace() == 0);
    }

    /** From its beginning, behind the byte order mark. */
    BufferedReader open() throws IOException {
        PushbackInputStream in =
                new PushbackInputStream(Files.newInputStream(path), UTF_8_MARK.length);
        byte[] start = in.readNBytes(UTF_8_MARK.length);
        if (!Arrays.equals(start, UTF_8_MARK)) {
            in.unread(start);
        }
        return new BufferedReader(new InputStreamReader(in, charset), BUFFER);
    }

    private static boolean hasMark(Path path, byte[] mark) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }

    private static Letters letters(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        Letters letters = new Letters(0, 0);
        try (ReadableByteChannel channel = Files.newByteChannel(path)) {
            boolean isEnd = false;
            while (!isEnd) {
                isEnd = channel.read(bytes) < 0;
                bytes.flip();
                letters = letters.and(decoder, bytes, isEnd);
                bytes.compact();
            }
        }
        return letters;
    }

    /**
     * How many letters beyond ASCII read as UTF-8.
     *
     * @param outOfPlace how many bytes do not
     */
    private record Letters(long inPlace, long outOfPlace) {

        Letters and(CharsetDecoder decoder, ByteBuffer bytes, boolean isEnd) {
            CharBuffer decoded = CharBuffer.allocate(BUFFER);
            long in = inPlace;
            long out = outOfPlace;
            CoderResult result = CoderResult.OVERFLOW;
            while (!result.isUnderflow()) {
                result = decoder.decode(bytes, decoded, isEnd);
                in += decoded.flip().chars().filter(c -> c >= FIRST_BEYOND_ASCII).count();
                decoded.clear();
                if (result.isMalformed()) {
                    out++;
                    bytes.position(bytes.position() + result.length());
                }
            }
            return new Letters(in, out);
        }
    }
}
