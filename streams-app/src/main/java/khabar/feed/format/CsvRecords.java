package khabar.feed.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.feed.text.ByteFeed;
import khabar.feed.text.Chunk;
import khabar.schemas.RejectReason;

/**
 * CSV with a line of names on top, separated by comma, semicolon, tab or bar, quoted as in RFC 4180.
 * Records are cut out by their quotes, so that one that is broken or too large costs only itself.
 */
public final class CsvRecords implements RecordReader {
    private static final String SEPARATORS = ",;\t|";

    private final Predicate<List<String>> usable;

    /** Takes what tells whether a line of names has any that an article can be made of. */
    public CsvRecords(Predicate<List<String>> usable) {
        this.usable = usable;
    }

    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        ByteFeed feed = new ByteFeed(source.bytes());
        Chunk chunk = new Chunk(source.recordMaxBytes());
        // Until the separator is known any of them may end a field: good enough for a line of names.
        if (!cut(feed, chunk, SEPARATORS)) {
            return true;
        }
        RawRecord top = chunk.toRecord(CsvRecords::asText);
        if (!(top.reading().get() instanceof Reading.Fields header)) {
            return sink.accept(top);
        }
        String text = header.node().path("text").asText();
        char separator = separatorOf(text);
        List<String> names = names(text, separator);
        if (!usable.test(names)) {
            return sink.accept(RawRecord.refused(1, top.original(), top.originalBytes(), unusable(names)));
        }
        while (cut(feed, chunk, String.valueOf(separator))) {
            if (!chunk.isBlank() && !sink.accept(chunk.toRecord(row -> fields(row, separator, names)))) {
                return false;
            }
        }
        return true;
    }

    /** The separator that is most frequent in the line of names. */
    static char separatorOf(String header) {
        char best = SEPARATORS.charAt(0);
        for (char separator : SEPARATORS.toCharArray()) {
            if (count(header, separator) > count(header, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(unit -> unit == wanted).count();
    }

    private static List<String> names(String header, char separator) {
        try {
            return parse(header, separator).stream().map(String::strip).toList();
        } catch (CsvParseException malformed) {
            return List.of();
        }
    }

    private static Reading asText(String text) {
        return new Reading.Fields(JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private static Refusal unusable(List<String> names) {
        return new Refusal(
                RejectReason.UNKNOWN_FORMAT,
                "columns: " + names + " (expected: one for headline, lead or body; --map headline=COLUMN names it)");
    }

    /** Takes one record with its quoted line feeds; false at the end. */
    private static boolean cut(ByteFeed feed, Chunk chunk, String separators) throws IOException {
        if (feed.peek() == ByteFeed.END) {
            return false;
        }
        chunk.begin(feed.line());
        boolean fieldBegins = true;
        boolean quoted = false;
        for (int unit = feed.next(); unit != ByteFeed.END; unit = feed.next()) {
            if (unit == '"' && (fieldBegins || quoted)) {
                // Two quotes within a quoted field close and open it again at once.
                quoted = !quoted || feed.peek() == '"';
                chunk.add(unit);
                if (!fieldBegins && quoted) {
                    chunk.add(feed.next());
                }
                fieldBegins = false;
                continue;
            }
            if (unit == '\n' && !quoted) {
                break;
            }
            chunk.add(unit);
            fieldBegins = !quoted && separators.indexOf(unit) >= 0;
        }
        chunk.dropLast('\r');
        return true;
    }

    private static Reading fields(String row, char separator, List<String> names) {
        try {
            List<String> values = parse(row, separator);
            if (values.size() != names.size()) {
                return broken(
                        "fields: " + values.size() + " (expected: " + names.size() + ", as in the line of names)");
            }
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (int column = 0; column < names.size(); column++) {
                node.put(names.get(column), values.get(column));
            }
            return new Reading.Fields(node);
        } catch (CsvParseException malformed) {
            return broken("record: " + malformed.getMessage() + " (expected: CSV as in RFC 4180)");
        }
    }

    private static List<String> parse(String row, char separator) {
        CsvRecord record = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .ofSingleCsvRecord(row);
        return record.getFields();
    }

    private static Refusal broken(String detail) {
        return new Refusal(RejectReason.BROKEN_RECORD, detail);
    }
}
