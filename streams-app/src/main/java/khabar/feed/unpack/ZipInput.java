package khabar.feed.unpack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a zip, which remember whether its end went by. The library takes a zip that was cut off
 * between two entries for one that has no more of them.
 */
final class ZipInput extends FilterInputStream {
    /** PK 5 6: the end of the directory, behind all entries. */
    private static final int END = 0x504B0506;

    private long count;
    private int last;
    private boolean ended;

    ZipInput(InputStream zip) {
        super(zip);
    }

    /** To be asked when there are no more entries. */
    void requireEnd() throws EOFException {
        if (!ended) {
            throw new EOFException("zip: ends at byte " + count + " before its directory (expected: a whole archive)");
        }
    }

    @Override
    public int read() throws IOException {
        int unit = in.read();
        if (unit >= 0) {
            note(unit);
        }
        return unit;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        for (int at = offset; at < offset + count; at++) {
            note(target[at] & 0xFF);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void note(int unit) {
        count++;
        last = last << 8 | unit;
        ended |= last == END;
    }
}
