package khabar.cli.torture.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A feed as JSON Lines, made up from a seed. Every line that must reach news.articles carries its
 * number in the attribute {@code serial}.
 *
 * @param lines in the order of arrival
 */
public record History(List<Line> lines) {

    /**
     * One line.
     *
     * @param json the line
     * @param serial its number; the reader must refuse it where this is negative
     * @param arrival place in the order of arrival
     */
    public record Line(String json, int serial, long arrival) {
        /** Whether it must reach news.articles. */
        public boolean isSent() {
            return serial >= 0;
        }
    }

    /**
     * The history of a seed.
     *
     * @param random source of all chance
     * @param articles how many articles, each with its revisions
     * @param partitions how many the feed has
     * @param silentPartition nothing reaches this one after the first third; none where it is negative
     */
    public static History make(Random random, int articles, int partitions, int silentPartition) {
        return new HistoryWriter(random, partitions, silentPartition).write(articles);
    }

    static History of(List<Line> lines) {
        return new History(
                lines.stream().sorted(Comparator.comparingLong(Line::arrival)).toList());
    }

    /** Writes it to the file. */
    public void writeTo(Path file) {
        try {
            Files.write(file, lines.stream().map(Line::json).toList(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
