package khabar.feed.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream whose first bytes can be looked at before it is read. What is broken behind them is met only
 * when it is its turn: nothing that was read before gets lost.
 */
final class PeekedInput extends FilterInputStream {
    private static final int HEAD = 1 << 16;

    private final byte[] head;
    private int next;

    PeekedInput(InputStream input) {
        super(input);
        this.head = headOf(input);
    }

    /** The first bytes. */
    byte[] head() {
        return head.clone();
    }

    @Override
    public int read() throws IOException {
        return next < head.length ? head[next++] & 0xFF : in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (next == head.length) {
            return in.read(target, offset, length);
        }
        int count = Math.min(length, head.length - next);
        System.arraycopy(head, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static byte[] headOf(InputStream input) {
        byte[] head = new byte[HEAD];
        int filled = 0;
        try {
            for (int read = 0; read >= 0 && filled < HEAD; filled += Math.max(read, 0)) {
                read = input.read(head, filled, HEAD - filled);
            }
        } catch (IOException brokenBehind) {
            // An UnpackedInput says it again; a file that cannot be read fails again.
            return Arrays.copyOf(head, filled);
        }
        return Arrays.copyOf(head, filled);
    }
}
