package khabar.benchmarks.names;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import khabar.benchmarks.Articles;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.rule.RuleFile;

/**
 * What a gazetteer of a million names costs: the time to load it, the memory that it keeps, and the rate
 * of the whole text core with it as a share of the rate without, round by round.
 */
public final class NamesBenchmark {
    private static final int NAMES = 1_000_000;
    private static final int NAMES_OF_ONE = 2;
    private static final int ROUNDS = 9;
    private static final int WARMUPS = 3;
    private static final long SLICE = 1_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Document> articles = Articles.read();
    /** Keeps what is measured from being left out. */
    private long mentions;

    private NamesBenchmark() {}

    /** The number of names may be given, a million where it is not. */
    public static void main(String[] args) {
        new NamesBenchmark().run(args.length == 0 ? NAMES : Integer.parseInt(args[0]));
    }

    private void run(int names) {
        TextCore without = TextCore.shipped();
        analyze(without);
        long before = used();
        TextCore with = load(names);
        print(
                "%d entities, %d names",
                with.mentionFinder().size() - without.mentionFinder().size(), names);
        print("%.0f MB kept", (used() - before) / 1e6);
        double[] shares = new double[ROUNDS];
        for (int round = -WARMUPS; round < ROUNDS; round++) {
            double rateWithout = rate(without);
            double rateWith = rate(with);
            if (round >= 0) {
                shares[round] = rateWith / rateWithout;
            }
        }
        Arrays.sort(shares);
        print(
                "rate with them: %.3f of the rate without (%.3f to %.3f)",
                shares[ROUNDS / 2], shares[0], shares[ROUNDS - 1]);
        print("%d mentions in all", mentions);
    }

    /** What is measured begins with the bytes of a file, and not with inventing them. */
    private TextCore load(int names) {
        byte[] file = String.join("\n", ManyNames.lines(names / NAMES_OF_ONE)).getBytes(StandardCharsets.UTF_8);
        long start = THREADS.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        TextCore core = TextCore.builder()
                .gazetteer(new RuleFile("invented.gaz", lines))
                .build();
        print(
                "loaded in %.1f s, %.1f s of them on the processor",
                seconds(System.nanoTime() - clock), seconds(THREADS.getCurrentThreadCpuTime() - start));
        return core;
    }

    private double rate(TextCore core) {
        long start = THREADS.getCurrentThreadCpuTime();
        long end = start;
        int count = 0;
        while (end - start < SLICE) {
            analyze(core);
            count += articles.size();
            end = THREADS.getCurrentThreadCpuTime();
        }
        return count / seconds(end - start);
    }

    private void analyze(TextCore core) {
        for (Document article : articles) {
            mentions += core.analyze(article).mentions().size();
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double seconds(long nanoseconds) {
        return nanoseconds / 1e9;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
