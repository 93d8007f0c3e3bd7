package khabar.feed.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a file as they are read. */
final class CountingInput extends FilterInputStream {
    private final AtomicLong total;
    private long count;
    private long unpacked;

    CountingInput(InputStream input, AtomicLong total) {
        super(input);
        this.total = total;
    }

    /** Bytes read from this file. */
    long count() {
        return count;
    }

    /** Adds to what has come out of this file, and returns the sum. */
    long addUnpacked(int bytes) {
        unpacked += bytes;
        return unpacked;
    }

    @Override
    public int read() throws IOException {
        int unit = in.read();
        add(unit < 0 ? 0 : 1);
        return unit;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int bytes) {
        count += bytes;
        total.addAndGet(bytes);
    }
}
