package khabar.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.normalize.NormalizedText;
import khabar.language.normalize.Normalizer;
import khabar.language.script.LanguageDetector;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Articles per second through the text core and its parts, on one thread, and through Lucene's analyzer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Articles.COUNT)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TextCoreBenchmark {
    private final List<Document> articles = Articles.read();
    private final List<String> joined =
            articles.stream().map(article -> String.join("\n", article.texts())).toList();
    private final TextCore core = TextCore.shipped();
    private final Normalizer normalizer = new Normalizer();
    private final LanguageDetector detector = new LanguageDetector();
    private final List<List<NormalizedText>> normalized = articles.stream()
            .map(article -> article.texts().stream().map(normalizer::normalize).toList())
            .toList();
    private final Analyzer lucene = new PersianAnalyzer();

    /** Everything: language, normalization with half-spaces, words, subjects, mentions. */
    @Benchmark
    public void analyze(Blackhole sink) {
        for (Document article : articles) {
            sink.consume(core.analyze(article));
        }
    }

    /** Display form and match key, with offsets. */
    @Benchmark
    public void normalize(Blackhole sink) {
        for (Document article : articles) {
            for (String text : article.texts()) {
                sink.consume(normalizer.normalize(text));
            }
        }
    }

    /** Language and script. */
    @Benchmark
    public void language(Blackhole sink) {
        for (String text : joined) {
            sink.consume(detector.detect(text));
        }
    }

    /** Words and mentions of texts that are normalized already. */
    @Benchmark
    public void mentions(Blackhole sink) {
        for (List<NormalizedText> texts : normalized) {
            sink.consume(core.mentionFinder().mentionsIn(texts));
        }
    }

    /** Words and subjects of texts that are normalized already. */
    @Benchmark
    public void subjects(Blackhole sink) {
        for (List<NormalizedText> texts : normalized) {
            sink.consume(core.subjectTagger().subjectsOf(texts));
        }
    }

    /** The yardstick: Lucene's words, and nothing else. */
    @Benchmark
    public void lucene(Blackhole sink) throws IOException {
        for (String text : joined) {
            try (TokenStream tokens = lucene.tokenStream("text", text)) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    sink.consume(term.length());
                }
                tokens.end();
            }
        }
    }
}
