package khabar.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import khabar.app.clients.StreamsClients;
import khabar.app.failure.UnprocessableToDeadLetters;
import khabar.app.failure.UnreadableToDeadLetters;
import khabar.app.failure.UnwritableToDeadLetters;
import khabar.app.stores.BoundedStoreMemory;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;
import khabar.topics.Topics;
import khabar.topics.creation.TopicOptions;
import khabar.topology.CommitTimes;
import khabar.topology.duplicate.DuplicateOptions;
import khabar.topology.duplicate.DuplicateStores;
import khabar.topology.enrich.ReadAhead;
import khabar.topology.enrich.SeeFetched;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set up: exactly once, every failed record to the dead letters, every name our own. */
public final class StreamsProperties {
    private static final int MIB = 1 << 20;
    private static final int MAX_THREADS = 64;
    /** Four times Kafka's default, which holds a single enriched article: brokers work by the batch. */
    private static final int BATCH_BYTES = 64 << 10;

    private static final int UNASKED = 20;
    private static final long LONGEST_UNASKED_MS = 5_000;
    private static final int POLLS = 5;
    private static final int POLLED_RECORDS = 300;
    private static final int BUFFERED_RECORDS = 200;

    /**
     * What all stores keep on the heap between commits, in bytes: what is counted now is counted again soon. A store
     * makes room among its own entries only, changed ones too, which then go to the disk at once; with a quarter of this
     * that was 28 % of the stream thread's time under load.
     */
    private static final long STORE_CACHE = 64L * MIB;

    private static final String CLASSIC = "classic";

    public static final Setting<String> APPLICATION_ID = Setting.text(
            "application.id",
            "khabar",
            "letters, digits, dots, underscores and hyphens",
            "Name shared by all instances that divide the work; prefix of group, internal topics and transactions.");
    public static final Setting<Duration> COMMIT_INTERVAL = Setting.duration(
            "commit.interval",
            "100ms",
            "How often a transaction is committed: readers see results that much later, larger is faster.");
    public static final Setting<String> GROUP_PROTOCOL = Setting.choice(
            "group.protocol",
            CLASSIC,
            List.of(CLASSIC, "streams"),
            "Who divides the work: a member of the group (classic) or the broker (streams, KIP-1071).");
    public static final Setting<Integer> STREAM_THREADS =
            Setting.wholeNumber("stream.threads", 1, 1, MAX_THREADS, "Threads that process records in this instance.");
    public static final Setting<Integer> STANDBY_REPLICAS = Setting.wholeNumber(
            "standby.replicas", 0, 0, 8, "Copies of each store kept warm on other instances, for a fast takeover.");
    public static final Setting<Path> STATE_DIR = DataFolder.setting(
            "state.dir", "state", "Folder of the local stores; rebuilt from the changelog topics where it is lost.");

    public static final Setting<String> COMPRESSION = Setting.choice(
            "compression.type",
            "none",
            List.of("none", "lz4", "snappy", "zstd", "gzip"),
            "How the topology's batches are compressed; small and many, they cost more time than they save room.");

    /** The options that the properties are made from. */
    public static final List<Setting<?>> ALL = List.of(
            APPLICATION_ID, COMMIT_INTERVAL, GROUP_PROTOCOL, STREAM_THREADS, STANDBY_REPLICAS, STATE_DIR, COMPRESSION);

    private StreamsProperties() {}

    /** The properties for the given options; what {@code kafka.} options say comes last and wins. */
    public static Properties from(Settings settings) {
        Properties properties = new Properties();
        put(properties, StreamsConfig.APPLICATION_ID_CONFIG, settings.get(APPLICATION_ID));
        put(properties, StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        put(properties, StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, StreamsClients.class);
        commitEvery(properties, settings.get(COMMIT_INTERVAL));
        String protocol = settings.get(GROUP_PROTOCOL);
        put(properties, StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol.toUpperCase(Locale.ROOT));
        put(properties, StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(STREAM_THREADS));
        put(properties, StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(STANDBY_REPLICAS));
        put(properties, StreamsConfig.STATE_DIR_CONFIG, settings.get(STATE_DIR).toString());
        put(properties, StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        put(properties, StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStoreMemory.class);
        put(
                properties,
                BoundedStoreMemory.PREFIX_BYTES,
                DuplicateStores.prefixBytes(settings.get(DuplicateOptions.ROWS)));
        put(properties, StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE);
        put(properties, StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        readAheadBeside(properties, settings.get(STREAM_THREADS));
        sendFailuresToDeadLetters(properties);
        if (protocol.equals(CLASSIC)) {
            // After a kill the others take over that much later; with streams the broker decides this.
            put(properties, StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        } else if (settings.get(STANDBY_REPLICAS) > 0) {
            throw new SettingException(
                    STANDBY_REPLICAS.name(),
                    settings.textOf(STANDBY_REPLICAS),
                    "0 with group.protocol=streams, where the group's streams.num.standby.replicas says it");
        }
        put(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                settings.get(COMPRESSION));
        sizeClients(properties, settings.get(TopicOptions.MAX_MESSAGE_BYTES));
        Connection.from(settings).client().forEach((name, value) -> put(properties, name, value));
        return properties;
    }

    /** The tasks ask for commits; Kafka Streams' own interval is for what nobody has asked for. */
    private static void commitEvery(Properties properties, Duration interval) {
        long millis = interval.toMillis();
        put(properties, CommitTimes.PROPERTY, new CommitTimes(interval));
        long unasked = Math.max(millis, Math.min(UNASKED * millis, LONGEST_UNASKED_MS));
        put(properties, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, unasked);
        if (unasked > LONGEST_UNASKED_MS) {
            // Or transactions, which may take 10 s by Kafka Streams' default, would not live until their commit.
            put(properties, StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                    Math.min(2 * unasked, Integer.MAX_VALUE));
        }
        // While nothing arrives the thread sleeps in a poll, also when a commit is due.
        put(properties, StreamsConfig.POLL_MS_CONFIG, Math.max(1, millis / POLLS));
    }

    private static void readAheadBeside(Properties properties, int streamThreads) {
        put(properties, ReadAhead.PROPERTY, ReadAhead.beside(streamThreads));
        put(
                properties,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                SeeFetched.class.getName());
    }

    private static void sendFailuresToDeadLetters(Properties properties) {
        put(properties, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
        put(properties, StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableToDeadLetters.class);
        put(properties, StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableToDeadLetters.class);
        put(properties, StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        put(properties, StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableToDeadLetters.class);
    }

    private static void sizeClients(Properties properties, int maxMessageBytes) {
        int request = maxMessageBytes + TopicOptions.DEAD_LETTER_ROOM;
        put(properties, StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), request);
        put(properties, StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // A large article must fit into the buffer, or sending it blocks.
        put(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
                Math.max(2L * request, 64L * MIB));
        put(properties, StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        put(properties, StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        put(properties, StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * MIB);
        keepLittleOfTheFeed(properties);
    }

    /**
     * What is fetched and not processed yet lies on the heap, and each collection copies it. Behind a backlog Kafka's own
     * sizes let it be tens of MiB; these leave a few hundred records of each partition. A larger batch comes whole.
     */
    private static void keepLittleOfTheFeed(Properties properties) {
        put(properties, StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 2 * MIB);
        put(properties, StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), MIB / 4);
        put(properties, StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLLED_RECORDS);
        put(properties, StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    }

    private static void put(Properties properties, String name, Object value) {
        properties.put(name, value);
    }
}
