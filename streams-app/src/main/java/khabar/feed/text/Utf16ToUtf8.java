package khabar.feed.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * UTF-16 as UTF-8. A unit that is no character becomes the byte FF, which is no UTF-8 either: the record
 * around it is then refused, and only that one.
 */
final class Utf16ToUtf8 extends FilterInputStream {
    private static final int WRONG = 0xFF;

    private final boolean bigEndian;
    private final byte[] pending = new byte[4];
    private int next;
    private int filled;
    private int unreadUnit = -1;

    Utf16ToUtf8(InputStream input, Charset charset) {
        super(new BufferedInputStream(input, 1 << 16));
        this.bigEndian = charset.equals(UTF_16BE);
    }

    @Override
    public int read() throws IOException {
        if (next == filled && !encodeNext()) {
            return -1;
        }
        return pending[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int unit = read();
            if (unit < 0) {
                break;
            }
            target[offset + count++] = (byte) unit;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean encodeNext() throws IOException {
        int unit = nextUnit();
        if (unit < 0) {
            return false;
        }
        next = 0;
        filled = 0;
        if (unit > 0xFFFF || Character.isLowSurrogate((char) unit)) {
            put(WRONG);
        } else if (Character.isHighSurrogate((char) unit)) {
            int low = nextUnit();
            if (low >= 0 && low <= 0xFFFF && Character.isLowSurrogate((char) low)) {
                putCodePoint(Character.toCodePoint((char) unit, (char) low));
            } else {
                unreadUnit = low;
                put(WRONG);
            }
        } else {
            putCodePoint(unit);
        }
        return true;
    }

    /** The next unit; a number above FFFF for half of one at the end; -1 at the end. */
    private int nextUnit() throws IOException {
        if (unreadUnit >= 0) {
            int unit = unreadUnit;
            unreadUnit = -1;
            return unit;
        }
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        int second = in.read();
        if (second < 0) {
            return 0x10000;
        }
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private void putCodePoint(int code) {
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0 | code >> 6);
            put(0x80 | code & 0x3F);
        } else if (code < 0x10000) {
            put(0xE0 | code >> 12);
            put(0x80 | code >> 6 & 0x3F);
            put(0x80 | code & 0x3F);
        } else {
            put(0xF0 | code >> 18);
            put(0x80 | code >> 12 & 0x3F);
            put(0x80 | code >> 6 & 0x3F);
            put(0x80 | code & 0x3F);
        }
    }

    private void put(int unit) {
        pending[filled++] = (byte) unit;
    }
}
