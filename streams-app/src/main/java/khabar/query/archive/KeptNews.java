package khabar.query.archive;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import khabar.query.values.Shelving;
import khabar.topics.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An archive together with the reader that keeps it up to date, once the topics are there to be read. */
public final class KeptNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptNews.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private volatile @Nullable Archive archive;
    private volatile @Nullable ArchiveReader reader;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Nothing yet. */
    public KeptNews() {}

    /** A whole archive that nobody adds to. */
    public static KeptNews of(Archive whole) {
        KeptNews kept = new KeptNews();
        kept.archive = whole;
        return kept;
    }

    /**
     * Opens the archive and begins to read, beside whatever else is starting.
     *
     * @param client how to reach the cluster, whose topics must be there
     * @param format form of the values
     * @param shelving where the archive lies, or will, and for how long
     */
    public void keep(Map<String, Object> client, WireFormat format, Shelving shelving) {
        Thread opening = new Thread(() -> open(client, format, shelving), "khabar-archive-opening");
        opening.setDaemon(true);
        // What it starts inherits this: whoever asks the archive goes before what is written to it.
        opening.setPriority(Thread.MIN_PRIORITY);
        opening.start();
    }

    private void open(Map<String, Object> client, WireFormat format, Shelving shelving) {
        do {
            try {
                start(client, Archive.open(shelving, format, ArchiveReader.identity(client)));
                return;
            } catch (RuntimeException failed) {
                LOG.error(
                        "archive: {} (expected: a folder and topics that can be read); tries again", failed.toString());
            }
        } while (!isClosedWithin(PAUSE));
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    private synchronized void start(Map<String, Object> client, Archive opened) {
        if (closed.getCount() == 0) {
            opened.close();
            return;
        }
        reader = ArchiveReader.start(client, opened);
        archive = opened;
    }

    /** The archive, where it holds everything that was there when reading began. */
    public Optional<Archive> whole() {
        ArchiveReader reading = reader;
        return reading == null || reading.isCaughtUp() ? Optional.ofNullable(archive) : Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (reader != null) {
            reader.close();
        }
        if (archive != null) {
            archive.close();
        }
    }
}
