package khabar.cli.enrich;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import khabar.feed.format.RecordReader;
import khabar.feed.record.Reading;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.feed.text.ByteFeed;
import khabar.feed.text.Chunk;

/** Text without any form: every document has a body and nothing else. Blank lines are no documents. */
final class PlainText implements RecordReader {
    static final PlainText LINES = new PlainText('\n');
    static final PlainText WHOLE = new PlainText(ByteFeed.END);
    private final int end;

    private PlainText(int end) {
        this.end = end;
    }

    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        ByteFeed feed = new ByteFeed(source.bytes());
        Chunk chunk = new Chunk(source.recordMaxBytes());
        while (feed.peek() != ByteFeed.END) {
            chunk.begin(feed.line());
            for (int unit = feed.next(); unit != ByteFeed.END && unit != end; unit = feed.next()) {
                chunk.add(unit);
            }
            chunk.dropLast('\r');
            if (!chunk.isBlank() && !sink.accept(chunk.toRecord(PlainText::fields))) {
                return false;
            }
        }
        return true;
    }

    private static Reading fields(String text) {
        return new Reading.Fields(JsonNodeFactory.instance.objectNode().put("body", text));
    }
}
