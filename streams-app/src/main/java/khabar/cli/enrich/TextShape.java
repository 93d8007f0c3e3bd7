package khabar.cli.enrich;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import khabar.feed.article.FieldMap;
import khabar.feed.format.RecordReader;
import khabar.feed.format.SeedText;
import khabar.feed.unpack.FormatDetector;
import khabar.feed.unpack.Formats;

/** How plain text is cut into documents. */
public enum TextShape {
    /** What is no known format is plain text, one document a line. */
    DETECTED,
    /** One document a line, whatever it looks like. */
    LINES,
    /** One document a file; a first line that begins with two hashes is its headline. */
    WHOLE_FILE;

    private static final String HEADLINE_MARK = "## ";
    private static final String TEXT_FILE = ".txt";

    /** The formats of files that are read in this shape. */
    Formats formats(FieldMap fields) {
        FormatDetector known = new FormatDetector(fields::hasText);
        return switch (this) {
            case LINES -> (label, head) -> Optional.of(PlainText.LINES);
            case WHOLE_FILE -> (label, head) -> Optional.of(isSeed(head) ? new SeedText() : PlainText.WHOLE);
            case DETECTED -> (label, head) -> detect(known, label, head);
        };
    }

    private static Optional<RecordReader> detect(FormatDetector known, String label, byte[] head) throws IOException {
        if (isSeed(head)) {
            return Optional.of(new SeedText());
        }
        // To the feed every text file is one article: here only one with a headline is.
        boolean text = label.toLowerCase(Locale.ROOT).endsWith(TEXT_FILE);
        Optional<RecordReader> reader = text ? Optional.empty() : known.readerFor(label, head);
        return reader.isPresent() || isBinary(head) ? reader : Optional.of(PlainText.LINES);
    }

    private static boolean isSeed(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stripLeading()
                .startsWith(HEADLINE_MARK);
    }

    private static boolean isBinary(byte[] head) {
        boolean marked = head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF;
        for (byte unit : head) {
            if (unit == 0) {
                return !marked;
            }
        }
        return false;
    }
}
