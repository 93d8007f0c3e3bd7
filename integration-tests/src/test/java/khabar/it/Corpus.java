package khabar.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A feed as JSON Lines, made up from a seed: articles with corrections, cancels (some ahead of their
 * article), withheld and restored revisions, exact duplicates, all somewhat out of order, and a few
 * lines that must be refused. Every line carries its number in the attribute {@code serial}.
 */
public record Corpus(List<Line> lines) {

    /** What must become of a line. */
    public enum Fate {
        ARTICLE,
        REFUSED_BY_READER,
        REFUSED_BY_TOPOLOGY
    }

    /**
     * One line of the feed.
     *
     * @param json the line
     * @param fate what must become of it
     * @param arrival place in the order of the feed
     */
    public record Line(String json, Fate fate, long arrival) {}

    /** The corpus of a seed: equal seeds give equal corpora. */
    public static Corpus of(long seed, int articles) {
        return inOrder(CorpusWriter.ofSentences(seed).write(articles));
    }

    /** The same of texts that have little in common, as those of different news: for what is measured. */
    public static Corpus ofDifferentNews(long seed, int articles) {
        return inOrder(CorpusWriter.ofOtherWords(seed).write(articles));
    }

    private static Corpus inOrder(List<Line> lines) {
        return new Corpus(
                lines.stream().sorted(Comparator.comparingLong(Line::arrival)).toList());
    }

    /** Writes it into the folder and answers the path. */
    public Path writeTo(Path folder) {
        try {
            return Files.write(
                    folder.resolve("corpus.jsonl"),
                    lines.stream().map(Line::json).toList(),
                    UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many lines have the fate. */
    public long count(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }

    /** How many lines become articles on news.articles: also those that the topology refuses. */
    public long arrivals() {
        return lines.size() - count(Fate.REFUSED_BY_READER);
    }
}
