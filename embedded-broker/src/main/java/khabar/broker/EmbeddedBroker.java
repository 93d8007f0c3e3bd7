package khabar.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker inside this process, on loopback, alone in its cluster; it runs until it is closed. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final BrokerThreads threads;
    private final ClosingStack opened;
    private final DataDirectory data;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(BrokerThreads threads, ClosingStack opened, DataDirectory data, int port) {
        this.threads = threads;
        this.opened = opened;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @throws BrokerStartException if it cannot start; nothing it opened stays open
     */
    public static EmbeddedBroker start(BrokerOptions options) {
        BrokerThreads threads = new BrokerThreads("khabar-broker");
        try {
            return threads.call("khabar-broker-start", () -> startOn(threads, options));
        } catch (BrokerStartException e) {
            throw e;
        } catch (Exception e) {
            throw BrokerStartException.of(
                    DataDirectory.NAME,
                    options.dataDirectory() + " gave no running broker: " + e.getMessage(),
                    "one that Kafka can start on",
                    e);
        }
    }

    private static EmbeddedBroker startOn(BrokerThreads threads, BrokerOptions options) throws Exception {
        ClosingStack opened = new ClosingStack();
        try {
            LoopbackSockets sockets = opened.opened(LoopbackSockets.bind(options.port()));
            DataDirectory data = opened.opened(DataDirectory.open(options.dataDirectory(), options.deletedAtClose()));
            KafkaConfig config = BrokerSettings.of(data.path(), sockets, options.overrides());
            boolean afterAKill = data.wasLeftByAKilledBroker();
            data.formatOnce();
            KafkaNode node = opened.opened(KafkaNode.over(config, sockets, threads));
            node.start(afterAKill);
            LOG.info("Embedded broker on {}:{}, data in {}", LoopbackSockets.HOST, sockets.clientPort(), data.path());
            return new EmbeddedBroker(threads, opened, data, sockets.clientPort());
        } catch (Throwable failed) {
            closeAfter(failed, opened);
            throw failed;
        }
    }

    /** Where clients connect, as {@code bootstrap.servers} wants it. */
    public String bootstrapServers() {
        return LoopbackSockets.HOST + ":" + port;
    }

    /** The port on loopback, also where any free one was asked for. */
    public int port() {
        return port;
    }

    /** Where its data is. */
    public Path dataDirectory() {
        return data.path();
    }

    /**
     * Completes with the reason when the broker has failed for good, as when its disk is full; the process goes on, but
     * this broker serves no more and wants closing. Never completes for a broker that is closed in time.
     */
    public CompletableFuture<Throwable> failure() {
        return threads.failure().copy();
    }

    /** Stops the broker cleanly, and deletes its data if it is throw-away. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            threads.call("khabar-broker-stop", () -> {
                opened.close();
                return port;
            });
        } catch (Exception e) {
            throw new IllegalStateException("dataDirectory: " + data.path() + " was not closed cleanly", e);
        }
    }

    private static void closeAfter(Throwable failed, ClosingStack opened) {
        try {
            opened.close();
        } catch (IOException | RuntimeException e) {
            failed.addSuppressed(e);
        }
    }
}
