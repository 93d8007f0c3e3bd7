package khabar.feed.text;

import java.util.Arrays;
import java.util.function.Function;
import khabar.feed.record.Bytes;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.RejectReason;

/** Gathers the bytes of one record: all up to a limit, and beyond it only their number. */
public final class Chunk {
    private static final int SMALL = 1 << 13;
    private static final int KEPT_OF_TOO_LARGE = 1 << 16;

    private final int limit;
    private byte[] bytes = new byte[SMALL];
    private int held;
    private long total;
    private long line;

    /** Holds at most that many bytes of a record. */
    public Chunk(int limit) {
        this.limit = limit;
    }

    /** Begins a record on that line. */
    public void begin(long atLine) {
        held = 0;
        total = 0;
        line = atLine;
    }

    /** Takes one byte. */
    public void add(int unit) {
        total++;
        if (held < limit) {
            if (held == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * held, limit));
            }
            bytes[held++] = (byte) unit;
        }
    }

    /** Drops one byte at the end if it is the given one. */
    public void dropLast(int unit) {
        if (total == held && held > 0 && bytes[held - 1] == (byte) unit) {
            held--;
            total--;
        }
    }

    /** Whether there is nothing but white space in what is held. */
    public boolean isBlank() {
        if (total > held) {
            return false;
        }
        for (int at = 0; at < held; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r' && bytes[at] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** The record, to be read from its text; one that is too large or not UTF-8 is refused instead. */
    public RawRecord toRecord(Function<String, Reading> readText) {
        if (total > limit) {
            return RawRecord.refused(
                    line,
                    Bytes.owning(Arrays.copyOf(bytes, Math.min(held, KEPT_OF_TOO_LARGE))),
                    total,
                    new Refusal(
                            RejectReason.TOO_LARGE,
                            "bytes: " + total + " (expected: at most " + limit + ", record.max.bytes)"));
        }
        Bytes all = Bytes.owning(Arrays.copyOf(bytes, held));
        return new RawRecord(line, all, total, () -> Utf8.read(all, readText));
    }
}
