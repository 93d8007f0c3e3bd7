package khabar.benchmarks.path;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.TreeMap;

/**
 * CPU time in nanoseconds since the process started: a busy machine changes it less than the wall clock.
 *
 * @param whole of the process
 * @param topology of the threads of Kafka Streams and their clients
 * @param reader of the thread that reads what is published
 * @param broker of the other Java threads, most of which are the broker's
 */
record Work(long whole, long topology, long reader, long broker) {
    /** What has been worked until now. */
    static Work now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        TreeMap<String, Long> byPart = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                byPart.merge(part(thread.getThreadName()), threads.getThreadCpuTime(thread.getThreadId()), Long::sum);
            }
        }
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Work(
                system.getProcessCpuTime(),
                byPart.getOrDefault("topology", 0L),
                byPart.getOrDefault("reader", 0L),
                byPart.getOrDefault("broker", 0L));
    }

    private static String part(String thread) {
        if (thread.contains("StreamThread")) {
            return "topology";
        }
        return thread.equals("khabar-output-reader") ? "reader" : thread.equals("main") ? "main" : "broker";
    }

    /** What was worked since then, for each of so many articles. */
    String since(Work before, long articles) {
        return String.format(
                Locale.ROOT,
                "CPU ms per article: %.2f (topology %.2f, broker %.2f, reader %.2f, the rest is feed, compiler and memory)",
                (whole - before.whole) / 1e6 / articles,
                (topology - before.topology) / 1e6 / articles,
                (broker - before.broker) / 1e6 / articles,
                (reader - before.reader) / 1e6 / articles);
    }
}
