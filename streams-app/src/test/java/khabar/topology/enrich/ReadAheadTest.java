package khabar.topology.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import khabar.language.TextCore;
import khabar.language.script.LanguageGuess;
import khabar.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ReadAheadTest {
    private static final Reading READING = new Reading(
            TextCore.shipped(), new LanguageGuess("und", "Zyyy", 0), List.of(), List.of(), List.of(), List.of(), null);
    /** More than may be read and not taken. */
    private static final int MANY = 1_000;

    private final List<Long> read = new ArrayList<>();

    @Test
    void whatIsReadWhenItsTurnComesIsTakenOnce() {
        ReadAhead ahead = reading(ReadAhead.on(Runnable::run));
        ahead.fetched(article(0, 7));

        assertThat(ahead.take(1, 7)).isNull();
        assertThat(ahead.take(0, 7)).isSameAs(READING);
        assertThat(ahead.take(0, 7)).isNull();
    }

    @Test
    void whatNobodyHasBegunIsLeftToWhoeverTakesIt() {
        Queue<Runnable> threads = new ArrayDeque<>();
        ReadAhead ahead = reading(ReadAhead.on(threads::add));
        ahead.fetched(article(0, 1));
        ahead.fetched(article(0, 2));

        assertThat(ahead.take(0, 1)).isNull();
        threads.forEach(Runnable::run);

        assertThat(read).containsExactly(2L);
        assertThat(ahead.take(0, 2)).isSameAs(READING);
    }

    @Test
    @Timeout(60)
    void whatIsNeverTakenKeepsNoRoom() {
        ReadAhead ahead = reading(ReadAhead.on(Runnable::run));
        for (long offset = 0; offset < MANY; offset += 2) {
            ahead.fetched(article(0, offset));
            ahead.fetched(article(0, offset + 1));
            assertThat(ahead.take(0, offset + 1))
                    .as("the one before was refused at the door")
                    .isSameAs(READING);
        }
        for (int partition = 1; partition < MANY; partition++) {
            ahead.fetched(article(partition, 0));
            ahead.forget(partition);
            assertThat(ahead.take(partition, 0)).as("another task has it").isNull();
        }
        for (int times = 0; times < MANY; times++) {
            ahead.fetched(article(0, 0));
        }
        assertThat(ahead.take(0, 0)).as("read again from an earlier record").isSameAs(READING);
    }

    @Test
    void whatCannotBeReadFailsWhenItsTurnComes() {
        ReadAhead ahead = ReadAhead.on(Runnable::run);
        ahead.readBy(record -> {
            throw new IllegalStateException("unreadable");
        });
        ahead.fetched(article(0, 1));

        assertThat(ahead.take(0, 1)).isNull();
    }

    @Test
    void whatTheDoorMayRefuseForItsSizeIsNotRead() {
        ReadAhead ahead = reading(ReadAhead.on(Runnable::run));
        ahead.fetched(record(0, 1, new byte[ReadAhead.MOST_BYTES + 1]));
        ahead.fetched(record(0, 2, null));

        assertThat(read).isEmpty();
        assertThat(ahead.take(0, 1)).isNull();
        assertThat(ahead.take(0, 2)).isNull();
    }

    @Test
    void whatAConsumerFetchesIsReadInTheOrderOfTurns() {
        ReadAhead ahead = reading(ReadAhead.on(Runnable::run));
        SeeFetched seen = new SeeFetched();
        seen.configure(Map.of(ReadAhead.PROPERTY, ahead));
        String topic = Topics.ARTICLES.name();
        var fetched = new ConsumerRecords<>(
                Map.of(
                        new TopicPartition(topic, 0), List.of(article(0, 10), article(0, 11), article(0, 12)),
                        new TopicPartition(topic, 1), List.of(article(1, 20)),
                        new TopicPartition("khabar-by-id-repartition", 0), List.of(record(0, 30, new byte[1]))),
                Map.of());

        assertThat(seen.onConsume(fetched)).isSameAs(fetched);
        assertThat(read).hasSize(4).endsWith(11L, 12L).contains(10L, 20L);
        seen.close();
    }

    @Test
    @Timeout(120)
    void manyThreadsReadEachArticleAtMostOnce() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        ReadAhead ahead = ReadAhead.on(threads);
        Map<Long, Integer> times = new ConcurrentHashMap<>();
        ahead.readBy(record -> {
            times.merge(record.offset(), 1, Integer::sum);
            return READING;
        });
        int taken = 0;
        for (long offset = 0; offset < 20L * MANY; offset++) {
            ahead.fetched(article(0, offset));
            if (offset >= MANY) {
                taken += Optional.ofNullable(ahead.take(0, offset - MANY)).isPresent() ? 1 : 0;
            }
        }
        ahead.forget(0);
        threads.shutdown();

        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(times.values()).containsOnly(1);
        assertThat(taken).isPositive().isLessThanOrEqualTo(times.size());
    }

    private ReadAhead reading(ReadAhead ahead) {
        Function<ConsumerRecord<byte[], byte[]>, @Nullable Reading> how = record -> {
            read.add(record.offset());
            return READING;
        };
        ahead.readBy(how);
        return ahead;
    }

    private static ConsumerRecord<byte[], byte[]> article(int partition, long offset) {
        return record(partition, offset, "an article".getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.ARTICLES.name(), partition, offset, "uri".getBytes(UTF_8), value);
    }
}
