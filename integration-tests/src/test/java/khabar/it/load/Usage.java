package khabar.it.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process has used.
 *
 * @param atNanos when this was read
 * @param cpu CPU time since its start
 * @param residentMiB resident memory; 0 where the system does not say
 * @param heapMiB used heap
 */
record Usage(long atNanos, Duration cpu, long residentMiB, long heapMiB) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final long KIB_PER_MIB = 1024;

    /** Reads it now. */
    static Usage of(ProcessHandle process) {
        return new Usage(
                System.nanoTime(),
                process.info().totalCpuDuration().orElse(Duration.ZERO),
                sum(RESIDENT, status(process)) / KIB_PER_MIB,
                heap(process));
    }

    /** Reads it after a full collection, so that the heap is what is needed. */
    static Usage afterCollection(ProcessHandle process) {
        jcmd(process, "GC.run");
        return of(process);
    }

    /** How many cores were busy since the other reading, on average. */
    double coresSince(Usage before) {
        return (double) cpu.minus(before.cpu).toNanos() / (atNanos - before.atNanos);
    }

    private static long heap(ProcessHandle process) {
        // The first line of a generation or of the whole heap; metaspace comes after them.
        String info = jcmd(process, "GC.heap_info");
        int end = info.indexOf("Metaspace");
        return sum(USED, end < 0 ? info : info.substring(0, end)) / KIB_PER_MIB;
    }

    private static String status(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.isReadable(status) ? Files.readString(status, UTF_8) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String jcmd(ProcessHandle process, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asking = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(asking.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long sum(Pattern number, String text) {
        long sum = 0;
        for (Matcher found = number.matcher(text); found.find(); ) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }
}
