package khabar.broker;

import java.io.Closeable;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka's broker and controller as one node: what {@link KafkaRaftServer} is to a process, without its exits. */
final class KafkaNode implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

    /** How long a lone controller may take to elect itself; it is milliseconds. */
    private static final Duration CONTROLLER_PATIENCE = Duration.ofSeconds(5);

    private static final Duration CONTROLLER_POLL = Duration.ofMillis(20);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** Sets the node up in a formatted directory; nothing runs yet. */
    static KafkaNode over(KafkaConfig config, LoopbackSockets sockets, BrokerThreads threads) {
        var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                (name, fatal, action) -> faultHandler(threads, name, fatal, action),
                sockets.asKafkaSees());
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        return new KafkaNode(controller, new BrokerServer(shared));
    }

    /** Returns when clients can be served. */
    void start(boolean afterAKill) throws Exception {
        controller.startup();
        if (afterAKill) {
            forgetTheKilledBroker();
        }
        broker.startup();
    }

    /**
     * Takes the registration of the broker that was killed off the books. Kafka would refuse ours until the dead one's
     * session has run out, which takes it ten seconds; we hold the directory's lock and know that it is dead.
     */
    private void forgetTheKilledBroker() throws InterruptedException {
        var asOurselves =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        long giveUpAt = System.nanoTime() + CONTROLLER_PATIENCE.toNanos();
        while (true) {
            try {
                controller
                        .controller()
                        .unregisterBroker(asOurselves, BrokerSettings.NODE_ID)
                        .get();
                return;
            } catch (ExecutionException e) {
                boolean tooEarly = e.getCause() instanceof NotControllerException;
                if (!tooEarly || System.nanoTime() > giveUpAt) {
                    LOG.info("The broker that was killed stays registered until its session ends", e.getCause());
                    return;
                }
            }
            Thread.sleep(CONTROLLER_POLL.toMillis());
        }
    }

    private static FaultHandler faultHandler(BrokerThreads threads, String name, boolean fatal, Runnable action) {
        return (message, cause) -> {
            var fault = new FaultHandlerException(name + ": " + message, cause);
            if (fatal) {
                threads.fail(fault);
            } else {
                LOG.error("The embedded broker goes on after a fault", fault);
            }
            action.run();
            return fault;
        };
    }

    /** Stops the broker first, since its clean stop is a request to the controller. */
    @Override
    public void close() {
        try {
            broker.shutdown();
        } finally {
            controller.shutdown();
        }
    }
}
