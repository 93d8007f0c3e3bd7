package khabar.feed.format;

import java.io.IOException;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.feed.text.ByteFeed;
import khabar.feed.text.Chunk;

/**
 * JSON: an array of objects, one object, or several one after the other. Elements are cut out by their
 * brackets, so that one that is broken or too large costs only itself.
 */
public final class JsonElements implements RecordReader {
    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        ByteFeed feed = new ByteFeed(source.bytes());
        Chunk chunk = new Chunk(source.recordMaxBytes());
        JsonText json = new JsonText(source.deepest());
        boolean insideArray = false;
        for (int unit = feed.peek(); unit != ByteFeed.END; unit = feed.peek()) {
            if (isBetweenElements(unit) || unit == '[' && !insideArray || unit == ']' && insideArray) {
                insideArray = unit == '[' || insideArray && unit != ']';
                feed.next();
                continue;
            }
            chunk.begin(feed.line());
            cut(feed, chunk);
            if (!chunk.isBlank() && !sink.accept(chunk.toRecord(json::read))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetweenElements(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t' || unit == ',';
    }

    /** Takes one element, from its first byte to the bracket that closes it. */
    private static void cut(ByteFeed feed, Chunk chunk) throws IOException {
        int depth = 0;
        do {
            int unit = feed.next();
            chunk.add(unit);
            depth += unit == '"' ? string(feed, chunk) : step(unit);
            if (depth <= 0 && (unit == '}' || unit == ']' || unit == '"')) {
                return;
            }
        } while (!endsBefore(feed.peek(), depth));
    }

    private static boolean endsBefore(int unit, int depth) {
        return unit == ByteFeed.END || depth <= 0 && (unit == ',' || unit == ']');
    }

    /**
     * Takes a string to its closing quote. A raw line feed cannot be in one: then that quote is missing, and
     * the brackets of the line count after all, so that the next element can be saved.
     */
    private static int string(ByteFeed feed, Chunk chunk) throws IOException {
        int brackets = 0;
        for (int unit = feed.next(); unit != ByteFeed.END; unit = feed.next()) {
            chunk.add(unit);
            if (unit == '"') {
                return 0;
            }
            if (unit == '\n') {
                return brackets;
            }
            brackets += step(unit);
            if (unit == '\\' && feed.peek() != ByteFeed.END) {
                chunk.add(feed.next());
            }
        }
        return 0;
    }

    private static int step(int unit) {
        if (unit == '{' || unit == '[') {
            return 1;
        }
        return unit == '}' || unit == ']' ? -1 : 0;
    }
}
