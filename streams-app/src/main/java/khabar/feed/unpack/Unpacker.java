package khabar.feed.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.format.RecordReader;
import khabar.feed.record.Bytes;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.record.Source;
import khabar.feed.text.UnicodeInput;
import khabar.schemas.RejectReason;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through one file and what is packed in it. Names of entries are labels: nothing is ever opened by them. */
final class Unpacker {
    private static final int DEEPEST = 4;
    private static final Pattern HIDDEN_PART = Pattern.compile("(?:^|/)\\.[^./]");
    private static final int MOST_ENTRIES = 1_000_000;

    private final CorpusFile file;
    private final ReadLimits limits;
    private final Formats formats;
    private final Predicate<PlacedRecord> sink;
    private @Nullable String entry;
    private boolean packed;
    private int entries;

    Unpacker(CorpusFile file, ReadLimits limits, Formats formats, Predicate<PlacedRecord> sink) {
        this.file = file;
        this.limits = limits;
        this.formats = formats;
        this.sink = sink;
    }

    /** The entry that was being read. */
    @Nullable
    String entry() {
        return entry;
    }

    /** Whether the file is an archive or compressed. */
    boolean isPacked() {
        return packed;
    }

    boolean read(CountingInput input) throws IOException {
        return read(input, input, file.label(), 0);
    }

    private boolean read(InputStream stream, CountingInput origin, String label, int depth) throws IOException {
        PeekedInput input = new PeekedInput(stream, file.path() == null && depth == 0);
        byte[] head = input.head();
        Packing packing = Packing.of(head, label);
        packed |= packing != Packing.NONE;
        if (packing != Packing.NONE && depth == DEEPEST) {
            throw new LimitException(
                    RejectReason.TOO_DEEP,
                    "archives within archives: more than " + DEEPEST + " (expected: at most that)");
        }
        return switch (packing) {
            case GZIP -> {
                InputStream unpacked = new GzipCompressorInputStream(input, true);
                yield read(new UnpackedInput(unpacked, origin, limits), origin, withoutGz(label), depth + 1);
            }
            case ZIP -> zip(new ZipInput(input), origin, depth);
            case TAR -> tar(new Tar(input), origin, depth);
            case NONE -> records(input, label, head);
            case OTHER -> refuse(RejectReason.UNKNOWN_FORMAT, "compression (expected: gzip, zip or tar)");
        };
    }

    private boolean zip(ZipInput zip, CountingInput origin, int depth) throws IOException {
        boolean goOn = entries(new ZipArchiveInputStream(zip, "UTF-8", true, true), origin, depth);
        if (goOn) {
            zip.requireEnd();
        }
        return goOn;
    }

    private boolean tar(Tar tar, CountingInput origin, int depth) throws IOException {
        boolean goOn = entries(tar, origin, depth);
        if (goOn) {
            tar.requireEnd();
        }
        return goOn;
    }

    private boolean entries(ArchiveInputStream<?> archive, CountingInput origin, int depth) throws IOException {
        String outer = entry;
        for (ArchiveEntry next = next(archive); next != null; next = next(archive)) {
            if (++entries > MOST_ENTRIES) {
                throw new IOException("entries: more than " + MOST_ENTRIES + " (expected: at most that)");
            }
            String name = next.getName();
            entry = outer == null ? name : outer + "!" + name;
            if (next.isDirectory() || isLink(next) || isHidden(name)) {
                continue;
            }
            boolean goOn = archive.canReadEntryData(next)
                    ? read(new UnpackedInput(archive, origin, limits), origin, name, depth + 1)
                    : refuse(
                            RejectReason.BROKEN_ARCHIVE,
                            "entry: encrypted or packed in an unknown way (expected: readable)");
            if (!goOn) {
                return false;
            }
        }
        entry = outer;
        return true;
    }

    private static @Nullable ArchiveEntry next(ArchiveInputStream<?> archive) throws IOException {
        try {
            return archive.getNextEntry();
        } catch (RuntimeException malformed) {
            // The library answers some malformed input so.
            throw new IOException(malformed);
        }
    }

    private boolean records(InputStream input, String label, byte[] head) throws IOException {
        Optional<RecordReader> reader = formats.readerFor(label, head);
        if (reader.isEmpty()) {
            // Asked again, a stream that is broken at its first byte says so.
            boolean empty = head.length == 0 && input.read() < 0;
            return empty && file.path() == null
                    || refuse(
                            RejectReason.UNKNOWN_FORMAT,
                            "content (expected: JSON, JSON Lines, CSV, RSS, Atom, or text with a ## headline)");
        }
        Source source =
                new Source(file.name(), label, UnicodeInput.utf8(input), limits.recordMaxBytes(), limits.deepest());
        String within = entry;
        return reader.get().read(source, raw -> sink.test(new PlacedRecord(file.name(), within, raw)));
    }

    private boolean refuse(RejectReason reason, String detail) {
        RawRecord record = RawRecord.refused(0, Bytes.NONE, -1, new Refusal(reason, detail));
        return sink.test(new PlacedRecord(file.name(), entry, record));
    }

    /** A tar that remembers whether its end went by: the library takes one that was cut off for one without more entries. */
    private static final class Tar extends TarArchiveInputStream {
        private boolean ended;

        Tar(InputStream input) {
            super(input, UTF_8.name());
        }

        /** To be asked when there are no more entries. One of the two blocks is enough: nothing can stand between them. */
        void requireEnd() throws EOFException {
            if (!ended) {
                throw new EOFException("tar: ends at byte " + getBytesRead()
                        + " without the two blocks of zeros that close it (expected: a whole archive)");
            }
        }

        @Override
        protected boolean isEOFRecord(byte @Nullable [] block) {
            boolean end = super.isEOFRecord(block);
            ended |= end && block != null;
            return end;
        }
    }

    private static boolean isLink(ArchiveEntry entry) {
        return entry instanceof TarArchiveEntry tar && !tar.isFile();
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || HIDDEN_PART.matcher(name).find();
    }

    private static String withoutGz(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tgz")) {
            return label.substring(0, label.length() - 3) + "tar";
        }
        return lower.endsWith(".gz") ? label.substring(0, label.length() - 3) : label;
    }
}
