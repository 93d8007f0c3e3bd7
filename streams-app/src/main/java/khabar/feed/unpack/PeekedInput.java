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
    private static final int FIRST_OF_GZIP = 0x1F;

    private final byte[] head;
    private int next;

    /**
     * Looks at the first bytes.
     *
     * @param pipe whether the other end may be waiting for an answer: lines that it gave are then enough
     */
    PeekedInput(InputStream input, boolean pipe) {
        super(input);
        this.head = headOf(input, pipe);
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

    private static byte[] headOf(InputStream input, boolean pipe) {
        byte[] head = new byte[HEAD];
        int filled = 0;
        try {
            boolean more = true;
            while (more && filled < HEAD) {
                int read = input.read(head, filled, HEAD - filled);
                filled += Math.max(read, 0);
                more = read >= 0 && !(pipe && isPlainLines(head, filled) && input.available() == 0);
            }
        } catch (IOException brokenBehind) {
            // An UnpackedInput says it again; a file that cannot be read fails again.
            return Arrays.copyOf(head, filled);
        }
        return Arrays.copyOf(head, filled);
    }

    /** Whether these are lines of text or JSON Lines: other formats need more to be told. */
    private static boolean isPlainLines(byte[] head, int length) {
        boolean lineEnds = false;
        for (int at = 0; at < length; at++) {
            if (head[at] == 0) {
                return false;
            }
            lineEnds |= head[at] == '\n';
        }
        return lineEnds && head[0] != FIRST_OF_GZIP && head[0] != '[' && head[0] != '<';
    }
}
