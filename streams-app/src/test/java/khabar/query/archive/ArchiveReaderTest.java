package khabar.query.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import khabar.SharedBroker;
import khabar.SharedBroker.Cluster;
import khabar.app.Connection;
import khabar.query.live.Output;
import khabar.query.live.Outputs;
import khabar.query.values.Shelving;
import khabar.query.values.Stretch;
import khabar.schemas.EntityCount;
import khabar.schemas.RankedEntity;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
final class ArchiveReaderTest {
    private static final SingleObjectFormat FORMAT = SingleObjectFormat.compiledIn();
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Other tests write into the same topics; an id of our own keeps them apart. */
    private final String entity = "khabar:test:" + UUID.randomUUID();

    @Test
    void aReaderGoesOnWhereItsArchiveIsAndComesToTheSameAsOneThatReadsAll(
            Cluster cluster, @TempDir Path first, @TempDir Path second) {
        cluster.write(counts(0, 200));
        assertThat(read(cluster, first, 200)).hasSize(200);
        cluster.write(counts(100, 300));

        List<EntityCount> again = read(cluster, first, 300);
        List<EntityCount> fresh = read(cluster, second, 300);

        assertThat(again).isEqualTo(fresh);
        assertThat(again).hasSize(300);
    }

    @Test
    void itIsWholeOnlyOnceEverythingWasRead(Cluster cluster, @TempDir Path folder) {
        cluster.write(counts(0, 10));
        try (KeptNews kept = new KeptNews()) {
            assertThat(kept.whole()).isEmpty();
            kept.keep(client(cluster), FORMAT, shelving(folder));
            await().atMost(SOON).until(() -> kept.whole().isPresent());
            assertThat(over(kept.whole().orElseThrow())).hasSize(10);
        }
    }

    @Test
    void whatComesLittleByLittleIsWrittenTogether(Cluster cluster, @TempDir Path folder) {
        Map<String, Object> client = client(cluster);
        try (Archive archive = Archive.open(shelving(folder), FORMAT, ArchiveReader.identity(client));
                ArchiveReader reader = ArchiveReader.start(client, archive)) {
            await().atMost(SOON).until(reader::isCaughtUp);
            long writes = archive.version();
            long began = System.nanoTime();
            counts(0, 100).forEach(record -> cluster.write(List.of(record)));
            await().atMost(SOON).until(() -> over(archive).size() == 100);

            long gathered = Duration.ofNanos(System.nanoTime() - began).dividedBy(Duration.ofMillis(200));
            assertThat(archive.version() - writes).isBetween(1L, gathered + 2);
        }
    }

    private List<EntityCount> read(Cluster cluster, Path folder, int expected) {
        Map<String, Object> client = client(cluster);
        try (Archive archive = Archive.open(shelving(folder), FORMAT, ArchiveReader.identity(client));
                ArchiveReader reader = ArchiveReader.start(client, archive)) {
            await().atMost(SOON)
                    .until(() -> reader.isCaughtUp() && over(archive).size() == expected);
            return over(archive);
        }
    }

    private List<EntityCount> over(Archive archive) {
        return archive.counts()
                .entityOver(entity, MINUTE, new Stretch(Optional.empty(), Optional.empty(), Integer.MAX_VALUE));
    }

    private List<ProducerRecord<byte[], byte[]>> counts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(minute -> Outputs.count(
                        new WindowKey(MIDNIGHT.plusSeconds(60L * minute), MINUTE, ""),
                        new RankedEntity(entity, "person", Map.of(), (long) to, 1L, 1L, 1L, 0L, 0L, 0L, 0L)))
                .map(ArchiveReaderTest::record)
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(Output output) {
        byte[] value = Topics.ENTITY_COUNTS.valueSerde(FORMAT).serializer().serialize(output.topic(), (EntityCount)
                output.value());
        return new ProducerRecord<>(output.topic(), output.key().getBytes(UTF_8), value);
    }

    private static Map<String, Object> client(Cluster cluster) {
        return Connection.from(cluster.settings()).client();
    }

    private static Shelving shelving(Path folder) {
        return new Shelving(folder, Shelf.RETENTION, Clock.systemUTC());
    }
}
