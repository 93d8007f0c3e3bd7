package khabar.feed.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** What comes out of an archive, watched: a small file must not grow without end. */
final class UnpackedInput extends FilterInputStream {
    /** Below this size the ratio says nothing. */
    private static final long HARMLESS = 16L << 20;

    /** A decompressor that meets the broken end of a file loses what it was asked for: so ask for little. */
    private static final int PIECE = 1 << 12;

    private final CountingInput packed;
    private final ReadLimits limits;

    private @Nullable IOException broken;

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
        if (broken != null) {
            // Decompressors may say end of file when they are asked again.
            throw broken;
        }
        try {
            int read = in.read(target, offset, Math.min(length, PIECE));
            check(packed.addUnpacked(Math.max(read, 0)));
            return read;
        } catch (IOException failure) {
            broken = failure;
            throw failure;
        } catch (RuntimeException malformed) {
            broken = new IOException(malformed);
            throw broken;
        }
    }

    private void check(long unpacked) throws IOException {
        if (unpacked > limits.archiveMaxBytes()) {
            throw new LimitException(
                    RejectReason.TOO_LARGE,
                    "unpacked bytes: more than " + limits.archiveMaxBytes()
                            + " (expected: at most that, archive.max.gigabytes)");
        }
        if (unpacked > HARMLESS && unpacked / Math.max(1, packed.count()) > limits.archiveMaxRatio()) {
            throw new LimitException(
                    RejectReason.RATIO_TOO_HIGH,
                    "unpacked size: more than " + limits.archiveMaxRatio()
                            + " times the packed one (expected: at most that, archive.max.ratio)");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
