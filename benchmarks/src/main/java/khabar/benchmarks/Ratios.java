package khabar.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Rates as multiples of the yardstick's. Every round measures all benchmarks one after the other, and the ratio is
 * taken within the round: on a machine that others use, too, rounds differ and ratios hardly do.
 */
public final class Ratios {
    private static final String YARDSTICK = "lucene";
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final int ROUNDS = 3;
    private static final int WARMUPS = 3;
    private static final int ITERATIONS = 3;

    private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
    private final Map<String, Double> allocations = new LinkedHashMap<>();

    private Ratios() {}

    /** Runs so many rounds, three where nothing is said, and prints medians with the least and greatest. */
    public static void main(String[] args) throws RunnerException {
        int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
        Ratios all = new Ratios();
        for (int round = 0; round < rounds; round++) {
            all.run();
        }
        all.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run() throws RunnerException {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(TextCoreBenchmark.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(WARMUPS)
                        .measurementIterations(ITERATIONS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler("gc")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            String name = result.getPrimaryResult().getLabel();
            rates.put(name, result.getPrimaryResult().getScore());
            Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
            if (allocation != null) {
                allocations.put(name, allocation.getScore());
            }
        }
        double yardstick = rates.getOrDefault(YARDSTICK, Double.NaN);
        rates.forEach((name, rate) ->
                ratios.computeIfAbsent(name, known -> new ArrayList<>()).add(rate / yardstick));
    }

    private void print(PrintStream out) {
        out.println("   ratio   least  greatest   KB allocated per article");
        ratios.forEach((name, values) -> {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            out.printf(
                    Locale.ROOT,
                    "%8.3f%8.3f%10.3f%10.1f  %s%n",
                    median(sorted),
                    sorted[0],
                    sorted[sorted.length - 1],
                    allocations.getOrDefault(name, Double.NaN) / 1024,
                    name);
        });
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElse(Double.NaN);
    }
}
