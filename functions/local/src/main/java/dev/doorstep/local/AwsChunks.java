package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * The {@code aws-chunked} encoding, in which the SDK sends what it signs or sums up as it goes.
 * Source: Amazon S3 API Reference, "Signature calculations for the Authorization header:
 * transferring payload in multiple chunks".
 */
final class AwsChunks {
    private final byte[] encoded;
    private int position;

    private AwsChunks(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * What was encoded; the trailer behind it is not looked at.
     *
     * @throws IllegalArgumentException if it is cut off or no such encoding
     */
    static byte[] decode(byte[] encoded) {
        return new AwsChunks(encoded.clone()).decode();
    }

    private byte[] decode() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int size = nextSize(); size > 0; size = nextSize()) {
            if (position + size > encoded.length) {
                throw new IllegalArgumentException("the last chunk is cut off");
            }
            content.write(encoded, position, size);
            position += size;
            readLine();
        }
        return content.toByteArray();
    }

    private int nextSize() {
        return HexFormat.fromHexDigits(readLine().split(";", 2)[0]);
    }

    private String readLine() {
        int end = position;
        while (end < encoded.length && encoded[end] != '\n') {
            end++;
        }
        if (end == encoded.length) {
            throw new IllegalArgumentException("a line is cut off");
        }
        String line = new String(encoded, position, end - position, ISO_8859_1);
        position = end + 1;
        return line.stripTrailing();
    }
}
