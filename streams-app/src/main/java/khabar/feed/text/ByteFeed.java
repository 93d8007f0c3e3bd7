package khabar.feed.text;

import java.io.IOException;
import java.io.InputStream;

/** Bytes one after the other, with one step back, and the line on which they stand. */
public final class ByteFeed {
    /** What comes after the last byte. */
    public static final int END = -1;

    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private long line = 1;

    /** Reads from the given stream, which stays the caller's to close. */
    public ByteFeed(InputStream input) {
        this.input = input;
    }

    /** The next byte as a number from 0 to 255, or {@link #END}. */
    public int next() throws IOException {
        if (next == filled && !fill()) {
            return END;
        }
        int unit = buffer[next++] & 0xFF;
        if (unit == '\n') {
            line++;
        }
        return unit;
    }

    /** The next byte without taking it, or {@link #END}. */
    public int peek() throws IOException {
        return next == filled && !fill() ? END : buffer[next] & 0xFF;
    }

    /** Line of the byte that comes next, counted from 1. */
    public long line() {
        return line;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = 0;
        int count = input.read(buffer, 0, buffer.length);
        filled = Math.max(count, 0);
        return filled > 0;
    }
}
