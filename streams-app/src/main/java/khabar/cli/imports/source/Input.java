package khabar.cli.imports.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** One file that is read from its beginning to its end; gzip, bzip2 and zip as they are. */
public final class Input implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final int HEAD = 4;

    private final String name;
    private final Counting counted;
    private final BufferedReader reader;
    private final BiConsumer<Long, String> complaints;
    private long line;

    private Input(String name, InputStream raw, BiConsumer<Long, String> complaints) throws IOException {
        this.name = name;
        this.complaints = complaints;
        counted = new Counting(raw);
        Reader text = new InputStreamReader(unpacked(new BufferedInputStream(counted, 1 << 16), name), UTF_8);
        reader = new BufferedReader(text, 1 << 16);
    }

    /**
     * Opens a file, or standard input for {@code -}.
     *
     * @param complaints is told the number of a line and what is wrong with it
     */
    public static Input open(String path, InputStream standardInput, BiConsumer<Long, String> complaints)
            throws IOException {
        return path.equals(STANDARD_INPUT)
                ? new Input("standard input", standardInput, complaints)
                : new Input(path, Files.newInputStream(Path.of(path)), complaints);
    }

    private static InputStream unpacked(BufferedInputStream in, String name) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        if (head.length == HEAD && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(in, 1 << 16);
        }
        if (head.length == HEAD && head[0] == 'B' && head[1] == 'Z' && head[2] == 'h') {
            return new BZip2CompressorInputStream(in, true);
        }
        if (head.length == HEAD && head[0] == 'P' && head[1] == 'K' && head[2] == 3) {
            return largestText(new ZipInputStream(in), name);
        }
        return in;
    }

    /** GeoNames packs a note beside the data: the note is called so. */
    private static InputStream largestText(ZipInputStream zip, String name) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()
                    && !entry.getName().toLowerCase(java.util.Locale.ROOT).contains("readme")) {
                return zip;
            }
        }
        throw new IOException(name + ": a zip file without a text");
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** The text, for sources that are not made of lines. */
    Reader reader() {
        return reader;
    }

    /** The next line; null after the last one. */
    @org.jspecify.annotations.Nullable
    String nextLine() throws IOException {
        line++;
        return reader.readLine();
    }

    /** Says that the last line could not be used. */
    void complain(String reason) {
        complain(line, reason);
    }

    /** Says that the given line could not be used. */
    void complain(long atLine, String reason) {
        complaints.accept(atLine, reason);
    }

    /** Bytes of the file that were read so far, packed as they are. */
    public long bytes() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int unit = in.read();
            count += unit < 0 ? 0 : 1;
            return unit;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
