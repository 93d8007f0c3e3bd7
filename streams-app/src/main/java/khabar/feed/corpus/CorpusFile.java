package khabar.feed.corpus;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of a corpus.
 *
 * @param name the file as it was named to the replay; - for standard input
 * @param label its path below the directory or glob that was named; the file name otherwise
 * @param path where it is; null for standard input
 * @param size how many bytes it has; -1 where that is not known
 */
public record CorpusFile(
        String name, String label, @Nullable Path path, long size) {
    /** How standard input is named. */
    public static final String STANDARD_INPUT = "-";

    static CorpusFile standardInput() {
        return new CorpusFile(STANDARD_INPUT, "", null, -1);
    }
}
