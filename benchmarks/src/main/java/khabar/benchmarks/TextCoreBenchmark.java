package khabar.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import khabar.language.Analysis;
import khabar.language.Document;
import khabar.language.TextCore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles per second through everything that the text core does, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
public class TextCoreBenchmark {
    private final TextCore core = TextCore.shipped();
    private final List<Document> articles = SeedArticles.read();
    private int next;

    /** One article, the seed articles in turn. */
    @Benchmark
    public Analysis analyze() {
        next = (next + 1) % articles.size();
        return core.analyze(articles.get(next));
    }
}
