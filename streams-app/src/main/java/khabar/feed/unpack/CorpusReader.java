package khabar.feed.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.record.Bytes;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.RejectReason;

/** Reads the records of a corpus file, whatever it is packed in. */
public final class CorpusReader {
    private final Formats formats;
    private final ReadLimits limits;
    private final InputStream standardInput;
    private final AtomicLong bytesRead = new AtomicLong();

    /**
     * Reads within limits.
     *
     * @param usableColumns whether a line of column names has any that an article can be made of
     */
    public CorpusReader(ReadLimits limits, Predicate<List<String>> usableColumns, InputStream standardInput) {
        this(limits, new FormatDetector(usableColumns), standardInput);
    }

    /** Reads within limits, in the formats given. */
    public CorpusReader(ReadLimits limits, Formats formats, InputStream standardInput) {
        this.limits = limits;
        this.formats = formats;
        this.standardInput = standardInput;
    }

    /**
     * Hands every record of the file to the sink until it says stop; false when it did. A file or archive
     * that cannot be read is one refused record with the reason.
     */
    public boolean read(CorpusFile file, Predicate<PlacedRecord> sink) {
        Unpacker unpacker = new Unpacker(file, limits, formats, sink);
        long before = bytesRead.get();
        try (InputStream input = open(file)) {
            return unpacker.read(new CountingInput(input, bytesRead));
        } catch (IOException broken) {
            Refusal refusal = refusal(broken, unpacker.isPacked(), bytesRead.get() - before);
            return sink.test(new PlacedRecord(
                    file.name(), unpacker.entry(), RawRecord.refused(0, Bytes.NONE, file.size(), refusal)));
        }
    }

    private static Refusal refusal(IOException broken, boolean packed, long at) {
        RejectReason reason = packed ? LimitException.reasonOf(broken) : RejectReason.UNKNOWN;
        String message = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        if (!message.contains("(expected:")) {
            String expected = packed ? "a whole archive" : "a readable file";
            message += ", " + at + " bytes into the file (expected: " + expected + ")";
        }
        return new Refusal(reason, message);
    }

    /** Bytes read from files so far, as they lie on disk; may be asked from any thread. */
    public long bytesRead() {
        return bytesRead.get();
    }

    private InputStream open(CorpusFile file) throws IOException {
        return file.path() == null ? standardInput : Files.newInputStream(file.path());
    }
}
