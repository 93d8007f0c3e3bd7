package khabar.query.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.query.disk.Batch;
import khabar.query.disk.Disk;
import khabar.query.values.DeadLetter;
import khabar.query.values.Shelving;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityPairCount;
import khabar.schemas.RejectedArticle;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records of the output topics into the archive, together with how far they were read: after a
 * crash reading goes on where the disk is. Of several records of a key in a batch only the newest is
 * written. For one thread.
 */
final class ArchiveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWriter.class);
    private static final byte[] NOTHING = new byte[0];
    private static final Map<String, Character> WINDOWED = Map.of(
            Topics.ENTITY_COUNTS.name(), Places.ENTITY,
            Topics.SUBJECT_COUNTS.name(), Places.SUBJECT,
            Topics.TOP_ENTITIES.name(), Places.TOP,
            Topics.TRENDS.name(), Places.TREND,
            Topics.ENTITY_PAIRS.name(), Places.PAIR);

    private final Disk disk;
    private final Forms forms;

    private final Rankings rankings;
    private final Sweep sweep;
    private final Clock clock;

    ArchiveWriter(Disk disk, Forms forms, Shelving shelving) {
        this.disk = disk;
        this.forms = forms;
        rankings = new Rankings(disk, forms);
        sweep = new Sweep(disk, forms, shelving.retention());
        clock = shelving.clock();
    }

    /** The topics that it knows. */
    static List<String> topics() {
        List<String> topics = new ArrayList<>(WINDOWED.keySet());
        topics.addAll(
                List.of(Topics.ENRICHED.name(), Topics.ALERTS.name(), Topics.REJECTED.name(), Topics.DEAD_LETTERS));
        return topics;
    }

    /**
     * Writes records.
     *
     * @param records those of one partition in the order of their offsets
     * @param next the next offset to read of every partition
     */
    void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
        Batch batch = new Batch();
        List<Windowed> values = new ArrayList<>();
        newest(records).forEach(record -> guarded(record, () -> add(batch, record, values)));
        addValues(batch, values);
        sweep.add(batch, clock.instant());
        next.forEach((partition, offset) -> batch.put(
                Places.offset(partition.topic(), partition.partition()),
                ByteBuffer.allocate(Long.BYTES).putLong(offset).array()));
        disk.write(batch);
    }

    /** Those that no later record of their key in the batch replaces. */
    private static List<ConsumerRecord<byte[], byte[]>> newest(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> newest = new ArrayList<>();
        Map<String, Map<Bytes, ConsumerRecord<byte[], byte[]>>> replaced = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (countsOnItsOwn(record)) {
                newest.add(record);
            } else {
                replaced.computeIfAbsent(record.topic(), topic -> new HashMap<>())
                        .put(Bytes.wrap(record.key()), record);
            }
        }
        replaced.values().forEach(byKey -> newest.addAll(byKey.values()));
        return newest;
    }

    private static boolean countsOnItsOwn(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                || record.topic().equals(Topics.REJECTED.name())
                || record.topic().equals(Topics.DEAD_LETTERS);
    }

    /** The key; the position where each record counts on its own. */
    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return countsOnItsOwn(record) ? record.partition() + "@" + record.offset() : new String(record.key(), UTF_8);
    }

    /** What cannot be read is no reason to stop. */
    private static void guarded(ConsumerRecord<byte[], byte[]> record, Runnable adding) {
        try {
            adding.run();
        } catch (SerializationException | IllegalArgumentException | DateTimeException foreign) {
            LOG.warn("{}-{}@{}: {}", record.topic(), record.partition(), record.offset(), foreign.getMessage());
        }
    }

    private void add(Batch batch, ConsumerRecord<byte[], byte[]> record, List<Windowed> values) {
        Character kind = WINDOWED.get(record.topic());
        if (kind != null) {
            WindowKey key = WindowKey.parse(key(record));
            values.add(new Windowed(record, kind, key, Places.value(kind, key)));
        } else if (record.topic().equals(Topics.ENRICHED.name())) {
            addArticle(batch, record);
        } else if (record.topic().equals(Topics.ALERTS.name())) {
            addAlert(batch, record);
        } else if (record.topic().equals(Topics.REJECTED.name())) {
            addRejected(batch, record);
        } else {
            addDeadLetter(batch, record);
        }
    }

    /** Reads what stood there before at once, which takes half the time that one by one takes. */
    private void addValues(Batch batch, List<Windowed> values) {
        List<Windowed> ranked =
                values.stream().filter(value -> Rankings.isOf(value.kind)).toList();
        List<byte[]> before = disk.get(ranked.stream().map(Windowed::place).toList());
        for (int i = 0; i < ranked.size(); i++) {
            Windowed value = ranked.get(i);
            byte[] stored = before.get(i);
            guarded(value.record, () -> {
                rankings.move(batch, value.kind, value.key, new Rankings.Change(stored, value.record.value()));
                addValue(batch, value, stored == null);
            });
        }
        values.stream()
                .filter(value -> !Rankings.isOf(value.kind))
                .forEach(value -> guarded(value.record, () -> addValue(batch, value, true)));
    }

    /** Where a value was there before, so was all that leads to it. */
    private void addValue(Batch batch, Windowed value, boolean isNew) {
        byte[] bytes = value.record.value();
        WindowKey key = value.key;
        if (bytes == null) {
            // Windows of an id that lead to nothing are passed over.
            batch.delete(value.place);
            return;
        }
        batch.put(value.place, Forms.stored(value.record.timestamp(), bytes));
        batch.put(Places.mark(key), NOTHING);
        if (!isNew) {
            return;
        }
        if (value.kind == Places.PAIR) {
            EntityPairCount pair = forms.value(Topics.ENTITY_PAIRS, bytes);
            batch.put(Places.window(value.kind, pair.getEntityId(), key), NOTHING);
            batch.put(Places.window(value.kind, pair.getOtherEntityId(), key), NOTHING);
        } else if (!key.id().isEmpty()) {
            batch.put(Places.window(value.kind, key.id(), key), NOTHING);
        }
    }

    private void addArticle(Batch batch, ConsumerRecord<byte[], byte[]> record) {
        String uri = key(record);
        byte[] place = Places.document(Places.ARTICLE, uri);
        byte[] before = disk.get(place);
        if (before != null) {
            EnrichedArticle old = forms.read(Topics.ENRICHED, before);
            Posting.of(old).forEach(posting -> batch.delete(Places.posting(posting, old.getPublishedAt(), uri)));
        }
        EnrichedArticle article = addDocument(
                batch, place, record, record.value() == null ? null : forms.value(Topics.ENRICHED, record.value()));
        if (article != null) {
            Posting.of(article)
                    .forEach(posting -> batch.put(Places.posting(posting, article.getPublishedAt(), uri), NOTHING));
        }
    }

    private void addAlert(Batch batch, ConsumerRecord<byte[], byte[]> record) {
        String key = key(record);
        byte[] place = Places.document(Places.ALERT, key);
        byte[] before = disk.get(place);
        if (before != null) {
            Alert old = forms.read(Topics.ALERTS, before);
            Posting.of(old).forEach(posting -> batch.delete(Places.posting(posting, old.getFiredAt(), key)));
        }
        Alert alert = addDocument(
                batch, place, record, record.value() == null ? null : forms.value(Topics.ALERTS, record.value()));
        if (alert != null) {
            Posting.of(alert).forEach(posting -> batch.put(Places.posting(posting, alert.getFiredAt(), key), NOTHING));
        }
    }

    private static <V> @Nullable V addDocument(
            Batch batch, byte[] place, ConsumerRecord<byte[], byte[]> record, @Nullable V value) {
        if (value == null) {
            batch.delete(place);
        } else {
            batch.put(place, Forms.stored(record.timestamp(), record.value()));
        }
        return value;
    }

    private void addRejected(Batch batch, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        RejectedArticle rejected = forms.value(Topics.REJECTED, record.value());
        String key = key(record);
        batch.put(Places.document(Places.REJECTED, key), Forms.stored(record.timestamp(), Forms.refusal(rejected)));
        Posting.of(rejected)
                .forEach(posting -> batch.put(Places.posting(posting, rejected.getRejectedAt(), key), NOTHING));
        count(disk, batch, Posting.counted(rejected), 1);
    }

    private void addDeadLetter(Batch batch, ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = DeadLetter.of(record);
        String key = key(record);
        batch.put(Places.document(Places.DEAD_LETTER, key), Forms.stored(record.timestamp(), letter.toBytes()));
        Posting.of(letter).forEach(posting -> batch.put(Places.posting(posting, letter.failedAt(), key), NOTHING));
        count(disk, batch, Posting.counted(letter), 1);
    }

    /** So many more: right also after a crash, since how far the topic was read is written with it. */
    static void count(Disk disk, Batch batch, Posting posting, long more) {
        byte[] place = Places.counter(posting);
        byte[] before = batch.changes(place) ? batch.get(place) : disk.get(place);
        long count = more + (before == null ? 0 : ByteBuffer.wrap(before).getLong());
        if (count > 0) {
            batch.put(place, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
        } else {
            batch.delete(place);
        }
    }

    /**
     * A record of a window, and where its value goes.
     *
     * @param record the record
     * @param kind of value
     * @param key its key
     * @param place where the value goes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Windowed(ConsumerRecord<byte[], byte[]> record, char kind, WindowKey key, byte[] place) {}
}
