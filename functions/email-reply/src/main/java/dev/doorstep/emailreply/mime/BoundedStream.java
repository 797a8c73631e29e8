package dev.doorstep.emailreply.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where a stream goes on beyond its bound: what is cut off there must not pass for whole. */
final class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream in, long bound) {
        super(in);
        this.left = bound;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            take(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, (int) Math.min(length, left + 1));
        take(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(count, left + 1));
        take(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(long count) throws Exceeded {
        if (count > left) {
            throw new Exceeded();
        }
        left -= count;
    }

    /** There is more than the bound allows. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
