package khabar.broker;

import java.util.List;
import java.util.stream.Stream;

/** The threads of embedded brokers that are alive in this process. */
final class LiveThreads {
    /** Two idle daemons of Kafka's registry of metrics, which is one per process and outlives every broker. */
    private static final String KEPT_BY_KAFKA = "metrics-meter-tick-thread-";

    private LiveThreads() {}

    static List<String> ofBrokers() {
        return all().map(Thread::getName).sorted().toList();
    }

    static long brokers() {
        return all().map(Thread::getThreadGroup).distinct().count();
    }

    private static Stream<Thread> all() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() instanceof BrokerThreads)
                .filter(thread -> !thread.getName().startsWith(KEPT_BY_KAFKA));
    }
}
