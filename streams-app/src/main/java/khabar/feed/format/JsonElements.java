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
        boolean insideArray = false;
        for (int unit = feed.peek(); unit != ByteFeed.END; unit = feed.peek()) {
            if (isBetweenElements(unit) || unit == '[' && !insideArray || unit == ']' && insideArray) {
                insideArray = unit == '[' || insideArray && unit != ']';
                feed.next();
                continue;
            }
            chunk.begin(feed.line());
            cut(feed, chunk);
            if (!chunk.isBlank() && !sink.accept(chunk.toRecord(JsonText::read))) {
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
        boolean inString = false;
        while (feed.peek() != ByteFeed.END) {
            int unit = feed.peek();
            if (inString) {
                chunk.add(feed.next());
                if (unit == '\\' && feed.peek() != ByteFeed.END) {
                    chunk.add(feed.next());
                }
                // A raw line feed is not allowed in a string: a quote is missing, and the next line can be saved.
                inString = unit != '"' && unit != '\n';
                continue;
            }
            if (depth == 0 && (unit == ',' || unit == ']')) {
                return;
            }
            chunk.add(feed.next());
            if (unit == '"') {
                inString = true;
            } else if (unit == '{' || unit == '[') {
                depth++;
            } else if ((unit == '}' || unit == ']') && --depth <= 0) {
                return;
            }
        }
    }
}
