package khabar.query.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import khabar.query.disk.Batch;
import khabar.query.disk.Disk;
import khabar.query.values.Shelving;
import khabar.topics.WireFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that the output topics hold, on this machine's disk. Nothing in it cannot be read from the topics again. */
public final class Archive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Disk disk;
    private final Counts counts;
    private final Articles articles;
    private final Refusals refusals;
    private final ArchiveWriter writer;
    private final AtomicLong version = new AtomicLong();

    private Archive(Disk disk, WireFormat format, Shelving shelving) {
        Forms forms = new Forms(format);
        this.disk = disk;
        counts = new Counts(disk, forms);
        articles = new Articles(disk, forms);
        refusals = new Refusals(disk, forms);
        writer = new ArchiveWriter(disk, forms, shelving);
    }

    /**
     * Opens what the folder holds of the topics; begins anew where that is of other topics, has another form
     * or is broken.
     *
     * @param shelving where it lies, and for how long
     * @param format form of the values
     * @param identity says which topics, on which cluster
     */
    public static Archive open(Shelving shelving, WireFormat format, String identity) {
        Path folder = shelving.folder();
        byte[] wanted = (Places.FORM + " " + identity).getBytes(UTF_8);
        Disk disk = openOrAnew(folder);
        byte[] found = disk.get(Places.identity());
        if (found != null && !Arrays.equals(found, wanted)) {
            LOG.info("archive: of other topics; begins anew");
            disk.close();
            delete(folder);
            disk = Disk.open(folder);
        }
        Batch batch = new Batch();
        batch.put(Places.identity(), wanted);
        disk.write(batch);
        return new Archive(disk, format, shelving);
    }

    private static Disk openOrAnew(Path folder) {
        try {
            return Disk.open(folder);
        } catch (IllegalStateException broken) {
            if (String.valueOf(broken.getMessage()).contains("LOCK")) {
                throw new IllegalStateException(
                        "state.dir: in use by another instance (expected: a folder for each)", broken);
            }
            LOG.warn("archive: {} (expected: whole); begins anew", broken.getMessage());
            delete(folder);
            return Disk.open(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Counts of entities and subjects, and trends. */
    public Counts counts() {
        return counts;
    }

    /** Articles. */
    public Articles articles() {
        return articles;
    }

    /** What was refused or failed, and alerts. */
    public Refusals refusals() {
        return refusals;
    }

    /** The topics that it is made of. */
    public static List<String> topics() {
        return ArchiveWriter.topics();
    }

    /** The next offset that it wants of a partition; empty before the first. */
    public Optional<Long> next(TopicPartition partition) {
        return Optional.ofNullable(disk.get(Places.offset(partition.topic(), partition.partition())))
                .map(stored -> ByteBuffer.wrap(stored).getLong());
    }

    /**
     * Takes in records; for one thread.
     *
     * @param records those of one partition in the order of their offsets
     * @param next the next offset to read of every partition, kept together with the records
     */
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
        writer.write(records, next);
        version.incrementAndGet();
    }

    /** Is another one after everything that was written: what was read is still true while it is the same. */
    public long version() {
        return version.get();
    }

    @Override
    public void close() {
        disk.close();
    }
}
