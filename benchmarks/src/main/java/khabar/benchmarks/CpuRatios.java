package khabar.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The same multiples as {@link Ratios} for a machine that is busy: time on the processor instead of time
 * on the clock, in many short slices that take turns, all in one JVM. Of each part the tenth percentile
 * of its slices counts, which others disturbed least.
 */
public final class CpuRatios {
    private static final String YARDSTICK = "lucene";
    private static final String BLACKHOLE =
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";
    private static final int SLICES = 60;
    private static final int WARMUPS = 60;
    private static final long SLICE = 30_000_000;
    private static final int TENTH = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Blackhole sink = new Blackhole(BLACKHOLE);
    private final TextCoreBenchmark benchmark = new TextCoreBenchmark();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, double[]> microseconds = new LinkedHashMap<>();

    /** One of the benchmarks. */
    private interface Part {
        void run(Blackhole sink) throws IOException;
    }

    private CpuRatios() {
        parts.put(YARDSTICK, benchmark::lucene);
        parts.put("analyze", benchmark::analyze);
        parts.put("normalize", benchmark::normalize);
        parts.put("language", benchmark::language);
        parts.put("mentions", benchmark::mentions);
        parts.put("subjects", benchmark::subjects);
        parts.keySet().forEach(name -> microseconds.put(name, new double[SLICES]));
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        CpuRatios ratios = new CpuRatios();
        ratios.measure();
        ratios.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void measure() throws IOException {
        for (int slice = -WARMUPS; slice < SLICES; slice++) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                double taken = measure(part.getValue());
                if (slice >= 0) {
                    microseconds.getOrDefault(part.getKey(), new double[SLICES])[slice] = taken;
                }
            }
        }
    }

    private double measure(Part part) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = start;
        int count = 0;
        while (end - start < SLICE) {
            part.run(sink);
            count += Articles.COUNT;
            end = THREADS.getCurrentThreadCpuTime();
        }
        return (end - start) / 1e3 / count;
    }

    private void print(PrintStream out) {
        out.println("   ratio  of medians  microseconds per article");
        microseconds.values().forEach(Arrays::sort);
        double[] yardstick = microseconds.getOrDefault(YARDSTICK, new double[SLICES]);
        microseconds.forEach((name, sorted) -> out.println(String.format(
                Locale.ROOT,
                "%8.3f%12.3f%26.1f  %s",
                yardstick[SLICES / TENTH] / sorted[SLICES / TENTH],
                yardstick[SLICES / 2] / sorted[SLICES / 2],
                sorted[SLICES / TENTH],
                name)));
    }
}
