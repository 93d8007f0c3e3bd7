package khabar.feed.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of an archive, watched: a small file must not grow without end. */
final class UnpackedInput extends FilterInputStream {
    /** Below this size the ratio says nothing. */
    private static final long HARMLESS = 16L << 20;

    private final CountingInput packed;
    private final ReadLimits limits;

    UnpackedInput(InputStream unpacked, CountingInput packed, ReadLimits limits) {
        super(unpacked);
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = readWrapped(target, offset, length);
        long count = packed.addUnpacked(Math.max(read, 0));
        if (count > limits.archiveMaxBytes()) {
            throw new IOException("unpacked bytes: more than " + limits.archiveMaxBytes()
                    + " (expected: at most that, archive.max.gigabytes)");
        }
        if (count > HARMLESS && count / Math.max(1, packed.count()) > limits.archiveMaxRatio()) {
            throw new IOException("unpacked size: more than " + limits.archiveMaxRatio()
                    + " times the packed one (expected: at most that, archive.max.ratio)");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readWrapped(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (RuntimeException malformed) {
            // Decompressors answer some malformed input so.
            throw new IOException(malformed);
        }
    }
}
