package khabar.benchmarks.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import khabar.language.Document;
import khabar.language.TextCore;

/** How long a new JVM takes until its core has analysed the first text, by the clock; several JVMs, one after the other. */
public final class StartBenchmark {
    private static final int STARTS = 9;
    private static final String TEXT = "وزیر خارجه ایران در وین با همتای روس خود دیدار کرد.";

    private StartBenchmark() {}

    /** The number of starts may be given, nine where it is not. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int starts = args.length == 0 ? STARTS : Integer.parseInt(args[0]);
        double[] cores = new double[starts];
        double[] wholes = new double[starts];
        for (int i = 0; i < starts; i++) {
            long before = System.nanoTime();
            cores[i] = start() / 1e6;
            wholes[i] = (System.nanoTime() - before) / 1e6;
        }
        print(out, "core made and first text analysed", cores);
        print(out, "the whole life of that JVM", wholes);
    }

    /** Nanoseconds that {@link Child} measured in a JVM of its own. */
    private static long start() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        List.of(java, "-cp", System.getProperty("java.class.path"), Child.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("start: exit code " + process.exitValue() + " (expected: 0)");
        }
        return Long.parseLong(printed.strip());
    }

    private static void print(PrintStream out, String what, double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        out.println(String.format(
                Locale.ROOT,
                "%6.0f ms (%.0f to %.0f)  %s",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                what));
    }

    /** Makes a core, analyses one text, and prints how many nanoseconds that took. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            long before = System.nanoTime();
            int mentions = TextCore.shipped()
                    .analyze(new Document(TEXT, null, null, null))
                    .mentions()
                    .size();
            long after = System.nanoTime();
            if (mentions == 0) {
                throw new IllegalStateException("mentions: 0 (expected: some)");
            }
            System.out.println(after - before);
        }
    }
}
