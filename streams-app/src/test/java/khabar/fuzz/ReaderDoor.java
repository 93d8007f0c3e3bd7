package khabar.fuzz;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import khabar.feed.article.ArrivalTimes;
import khabar.feed.article.ArticleMaker;
import khabar.feed.article.FieldMap;
import khabar.feed.article.Made;
import khabar.feed.article.Turn;
import khabar.feed.corpus.Corpus;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.format.JsonLines;
import khabar.feed.format.RecordReader;
import khabar.feed.record.RawRecord;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.CorpusReader;
import khabar.feed.unpack.FormatDetector;
import khabar.feed.unpack.Formats;
import khabar.feed.unpack.ReadLimits;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import khabar.topics.SingleObjectFormat;
import khabar.topics.Topics;
import org.apache.kafka.common.serialization.Serde;

/** A file: its records are read, made articles of, and written as they would be sent. */
final class ReaderDoor implements Door {
    private static final ReadLimits LIMITS = new ReadLimits(4000, 20, 200, 1 << 22);
    private static final CorpusFile FILE =
            Corpus.of(List.of(CorpusFile.STANDARD_INPUT)).files().get(0);
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final Formats formats;
    private final boolean byLine;
    private final ArticleMaker maker =
            new ArticleMaker(FieldMap.standard(), new ArrivalTimes(START, Duration.ofMinutes(1), null));
    private final Serde<Article> articles = Topics.ARTICLES.valueSerde(SingleObjectFormat.compiledIn());

    private ReaderDoor(Formats formats, boolean byLine) {
        this.formats = formats;
        this.byLine = byLine;
    }

    /** Every input is of that format. */
    static Door of(RecordReader reader) {
        return new ReaderDoor((label, head) -> Optional.of(reader), reader instanceof JsonLines);
    }

    /** An input may be of any format, packed in anything. */
    static Door ofAnything() {
        return new ReaderDoor(new FormatDetector(FieldMap.standard()::hasText), false);
    }

    @Override
    public Count take(byte[] input) {
        Tally tally = new Tally();
        new CorpusReader(LIMITS, formats, new ByteArrayInputStream(input)).read(FILE, placed -> {
            tally.add(isArticle(placed.raw(), tally.sent));
            return true;
        });
        if (byLine && isOneByteText(input) && tally.sent != lines(input)) {
            throw new IllegalStateException("records: " + tally.sent + " (expected: " + lines(input) + ", as lines)");
        }
        return new Count(tally.sent, tally.accepted, tally.sent - tally.accepted);
    }

    private boolean isArticle(RawRecord raw, long place) {
        Reading reading = raw.reading().get();
        if (reading instanceof Refusal refusal) {
            checkRefusal(refusal);
            return false;
        }
        Made made = maker.make(((Reading.Fields) reading).node(), new Turn(place, 1, Duration.ZERO));
        if (made instanceof Made.Refused refused) {
            checkRefusal(refused.refusal());
            return false;
        }
        Article article = ((Made.Arrival) made).article();
        byte[] sent = articles.serializer().serialize(Topics.ARTICLES.name(), article);
        Article received = articles.deserializer().deserialize(Topics.ARTICLES.name(), sent);
        if (!received.getUri().equals(article.getUri())) {
            throw new IllegalStateException("uri: " + received.getUri() + " (expected: " + article.getUri() + ")");
        }
        return true;
    }

    private static void checkRefusal(Refusal refusal) {
        if (refusal.reason() == RejectReason.UNKNOWN || !refusal.detail().contains("(expected:")) {
            throw new IllegalStateException("refusal: " + refusal + " (expected: a reason, and what was expected)");
        }
    }

    /** Whether a line feed is one byte in it, whatever else it is. */
    private static boolean isOneByteText(byte[] input) {
        return input.length > 1 && input[0] > 0 && input[1] > 0;
    }

    /** Lines that are not blank, counted on their own. */
    private static long lines(byte[] input) {
        long lines = 0;
        boolean blank = true;
        for (int at = 0; at <= input.length; at++) {
            if (at == input.length || input[at] == '\n') {
                lines += blank ? 0 : 1;
                blank = true;
            } else {
                blank &= input[at] == ' ' || input[at] == '\t' || input[at] == '\r';
            }
        }
        return lines;
    }

    /** Counts while a file is read. */
    private static final class Tally {
        private long sent;
        private long accepted;

        void add(boolean article) {
            sent++;
            accepted += article ? 1 : 0;
        }
    }
}
