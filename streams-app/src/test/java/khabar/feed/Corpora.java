package khabar.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import khabar.feed.article.FieldMap;
import khabar.feed.corpus.Corpus;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.CorpusReader;
import khabar.feed.unpack.PlacedRecord;
import khabar.feed.unpack.ReadLimits;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes small corpora and reads them. */
public final class Corpora {
    public static final ReadLimits LIMITS = new ReadLimits(2000, 100, 200, 1L << 30);

    private Corpora() {}

    /** All records of a file of that name and content. */
    public static List<PlacedRecord> read(Path folder, String name, byte[] content) {
        return read(folder, name, content, LIMITS);
    }

    public static List<PlacedRecord> read(Path folder, String name, String content) {
        return read(folder, name, content.getBytes(UTF_8));
    }

    public static List<PlacedRecord> read(Path folder, String name, byte[] content, ReadLimits limits) {
        CorpusReader reader =
                new CorpusReader(limits, FieldMap.standard()::hasText, new ByteArrayInputStream(new byte[0]));
        List<PlacedRecord> records = new ArrayList<>();
        Corpus corpus = Corpus.of(List.of(write(folder, name, content).toString()));
        corpus.files().forEach(file -> reader.read(file, records::add));
        return records;
    }

    public static Path write(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(UTF_8));
    }

    /** What each record says under that name, or the reason why it is refused. */
    public static List<String> values(List<PlacedRecord> records, String field) {
        return records.stream()
                .map(placed -> {
                    Reading reading = placed.raw().reading().get();
                    return reading instanceof Reading.Fields fields
                            ? fields.node().path(field).asText()
                            : ((Refusal) reading).reason().name();
                })
                .toList();
    }

    public static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    /** A zip of names and contents in turn. */
    public static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[at]));
                zip.write(namesAndContents[at + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    /** A tar of names and contents in turn. */
    public static byte[] tar(String... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                byte[] content = namesAndContents[at + 1].getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndContents[at], true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return packed.toByteArray();
    }
}
