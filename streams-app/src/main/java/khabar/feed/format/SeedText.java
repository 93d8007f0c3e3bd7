package khabar.feed.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import khabar.feed.record.Reading;
import khabar.feed.record.RecordSink;
import khabar.feed.record.Source;
import khabar.feed.text.ByteFeed;
import khabar.feed.text.Chunk;

/**
 * The shape of the seed corpus, one article a file: blank lines, {@code ## } and the headline, the lead,
 * then paragraphs. Each field is an exact piece of the file, and its offset there (UTF-16 code units after
 * a byte order mark) is kept beside it, so that a span in a field can be turned into a span in the file.
 */
public final class SeedText implements RecordReader {
    private static final String HEADLINE_MARK = "## ";

    @Override
    public boolean read(Source source, RecordSink sink) throws IOException {
        ByteFeed feed = new ByteFeed(source.bytes());
        Chunk chunk = new Chunk(source.recordMaxBytes());
        chunk.begin(1);
        for (int unit = feed.next(); unit != ByteFeed.END; unit = feed.next()) {
            chunk.add(unit);
        }
        return sink.accept(chunk.toRecord(text -> fields(source, text)));
    }

    private static Reading fields(Source source, String text) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("uri", uriOf(source.label()));
        node.put("file", source.file());
        int at = skipBlankLines(text, 0);
        if (text.startsWith(HEADLINE_MARK, at)) {
            int start = at + HEADLINE_MARK.length();
            int end = endOfLine(text, start);
            put(node, "headline", text, start, end);
            at = skipBlankLines(text, end);
        }
        int endOfLead = endOfParagraph(text, at);
        put(node, "lead", text, at, endOfLead);
        put(node, "body", text, skipBlankLines(text, endOfLead), endOfText(text));
        return new Reading.Fields(node);
    }

    /**
     * {@code seed:} and the path of the file below what was named to the replay, without its extension;
     * whatever a URI cannot hold is percent-encoded.
     */
    static String uriOf(String label) {
        int dot = label.lastIndexOf('.');
        String stem = dot > label.lastIndexOf('/') + 1 ? label.substring(0, dot) : label;
        StringBuilder uri = new StringBuilder("seed:");
        for (byte unit : stem.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(unit)) {
                uri.append((char) unit);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(byte unit) {
        return unit >= 'a' && unit <= 'z'
                || unit >= 'A' && unit <= 'Z'
                || unit >= '0' && unit <= '9'
                || "-._~/".indexOf(unit) >= 0;
    }

    private static void put(ObjectNode node, String field, String text, int start, int end) {
        if (start < end) {
            node.put(field, text.substring(start, end));
            node.put("file.offset." + field, start);
        }
    }

    private static int skipBlankLines(String text, int from) {
        int start = from;
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '\n') {
                start = at + 1;
            } else if (!Character.isWhitespace(unit)) {
                return start;
            }
        }
        return text.length();
    }

    private static int endOfParagraph(String text, int from) {
        int end = endOfLine(text, from);
        while (end < text.length()) {
            int nextLine = text.indexOf('\n', end) + 1;
            if (nextLine == 0
                    || text.substring(nextLine, endOfLine(text, nextLine)).isBlank()) {
                return end;
            }
            end = endOfLine(text, nextLine);
        }
        return end;
    }

    /** Where the line ends, before CR LF or LF. */
    private static int endOfLine(String text, int from) {
        int feed = text.indexOf('\n', from);
        int end = feed < 0 ? text.length() : feed;
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static int endOfText(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
