package khabar.feed.format;

import java.io.IOException;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.feed.text.ByteFeed;
import khabar.feed.text.Chunk;

/** JSON Lines: one object a line; blank lines are none. */
public final class JsonLines implements RecordReader {
    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        ByteFeed feed = new ByteFeed(source.bytes());
        Chunk chunk = new Chunk(source.recordMaxBytes());
        JsonText json = new JsonText(source.deepest());
        while (feed.peek() != ByteFeed.END) {
            chunk.begin(feed.line());
            for (int unit = feed.next(); unit != ByteFeed.END && unit != '\n'; unit = feed.next()) {
                chunk.add(unit);
            }
            chunk.dropLast('\r');
            if (!chunk.isBlank() && !sink.accept(chunk.toRecord(json::read))) {
                return false;
            }
        }
        return true;
    }
}
