package khabar.feed.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import khabar.topics.again.TopicScan;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends refusals or dead letters through again, each once: the record and its receipt on news.redriven are
 * written in one transaction, and whatever has a receipt is passed over. Receipts live as long as what
 * they are for. Of two runs at a time the second puts the first out.
 */
public final class Redrive {
    private static final String WRITER = "khabar-redrive";
    private static final int BATCH = 200;

    private final Map<String, Object> client;
    private final WireFormat format;
    private final Clock clock;
    private volatile boolean stopped;

    /** Redrives on the cluster that the given client settings reach. */
    public Redrive(Map<String, Object> client, WireFormat format, Clock clock) {
        this.client = Map.copyOf(client);
        this.format = format;
        this.clock = clock;
    }

    /** Makes the run end after the transaction that is open; for any thread. */
    public void stop() {
        stopped = true;
    }

    /** Sends what was refused; the listener hears a line of every record. */
    public Redriven rejected(Wish wish, Consumer<String> listener) {
        return run(new Refusals(new Originals(client), format), wish, listener);
    }

    /** Sends what failed; the listener hears a line of every record. */
    public Redriven deadLetters(Wish wish, Consumer<String> listener) {
        return run(new DeadLetters(new Originals(client)), wish, listener);
    }

    private Redriven run(Source source, Wish wish, Consumer<String> listener) {
        try (source;
                KafkaProducer<byte[], byte[]> producer = wish.dryRun() ? null : producer()) {
            // After the writer is ours, so that no transaction of an earlier run is open any more.
            Run run = new Run(wish, listener, receipts(), producer);
            try (TopicScan letters = new TopicScan(client, source.topic())) {
                letters.toEnd(one -> run.take(source, one), () -> stopped || run.isFull());
            }
            run.commit();
            return run.result();
        }
    }

    /** What one run has come to. */
    private final class Run {
        private final Wish wish;
        private final Consumer<String> listener;
        private final Set<String> receipts;
        private final @Nullable KafkaProducer<byte[], byte[]> producer;
        private final List<Candidate> batch = new ArrayList<>();
        private final Map<String, Long> stuck = new TreeMap<>();
        private long sent;
        private long before;
        private long cameBack;

        Run(
                Wish wish,
                Consumer<String> listener,
                Set<String> receipts,
                @Nullable KafkaProducer<byte[], byte[]> producer) {
            this.wish = wish;
            this.listener = listener;
            this.receipts = receipts;
            this.producer = producer;
        }

        boolean isFull() {
            return sent + batch.size() >= wish.max();
        }

        void take(Source source, ConsumerRecord<byte[], byte[]> one) {
            if (stopped || isFull()) {
                return;
            }
            if (receipts.contains(Source.position(one.topic(), one.partition(), one.offset()))) {
                before++;
                return;
            }
            Candidate candidate = source.candidate(one);
            if (!wish.covers(candidate)) {
                return;
            }
            if (candidate.again() == null) {
                stuck.merge(candidate.obstacle(), 1L, Long::sum);
            } else if (candidate.redriven() > 0 && !wish.again()) {
                cameBack++;
            } else {
                listener.accept((wish.dryRun() ? "would send " : "send ") + candidate.position() + " "
                        + candidate.reason() + " " + candidate.key());
                batch.add(candidate);
                if (batch.size() == BATCH) {
                    commit();
                }
            }
        }

        void commit() {
            if (producer != null && !batch.isEmpty()) {
                producer.beginTransaction();
                batch.forEach(candidate -> send(producer, candidate));
                producer.commitTransaction();
            }
            sent += batch.size();
            batch.clear();
        }

        Redriven result() {
            return new Redriven(sent, before, cameBack, stuck);
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Candidate candidate) {
        ProducerRecord<byte[], byte[]> again = candidate.again();
        if (again != null) {
            String receipt = "{\"to\":\"" + again.topic() + "\",\"redriven\":" + (candidate.redriven() + 1)
                    + ",\"at\":\"" + clock.instant() + "\"}";
            // What goes wrong comes up at the commit.
            var unused = producer.send(again);
            unused = producer.send(new ProducerRecord<>(
                    Topics.REDRIVEN, candidate.position().getBytes(UTF_8), receipt.getBytes(UTF_8)));
        }
    }

    private Set<String> receipts() {
        Set<String> receipts = new HashSet<>();
        try (TopicScan redriven = new TopicScan(client, Topics.REDRIVEN)) {
            redriven.toEnd(one -> receipts.add(new String(one.key(), UTF_8)), () -> false);
        }
        return receipts;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
        settings.putAll(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
