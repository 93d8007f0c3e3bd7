package khabar.query.archive;

import java.time.Duration;
import java.time.Instant;
import khabar.query.disk.KeyBytes;
import khabar.topics.WindowKey;

/**
 * Where everything lies: what stands under which key. The first letter of a key says what it leads to, the
 * second, where there is one, which kind of it. Changing anything here needs a new {@link #FORM}.
 */
final class Places {
    /** Of the whole arrangement: an archive of another form is made anew. */
    static final String FORM = "3";

    /** Kinds of values of windows. */
    static final char ENTITY = 'c';

    static final char SUBJECT = 's';
    static final char TOP = 't';
    static final char TREND = 'r';
    static final char PAIR = 'p';

    /** Kinds of documents. */
    static final char ARTICLE = 'e';

    static final char ALERT = 'a';
    static final char REJECTED = 'j';
    static final char DEAD_LETTER = 'd';

    private static final int SIZE_OF_MARK = 1;
    private static final int TIME_OF_MARK = SIZE_OF_MARK + Long.BYTES;
    private static final int SIZE_OF_VALUE = 2;
    private static final int TIME_OF_VALUE = SIZE_OF_VALUE + Long.BYTES;
    private static final int ID_OF_VALUE = TIME_OF_VALUE + Long.BYTES;

    private Places() {}

    static byte[] identity() {
        return new KeyBytes("Mi").bytes();
    }

    static byte[] offset(String topic, int partition) {
        return new KeyBytes("Mo").last(topic + "-" + partition).bytes();
    }

    /** Says that a window has, or had, counts. */
    static byte[] mark(WindowKey window) {
        return new KeyBytes("W").duration(window.size()).time(window.start()).bytes();
    }

    static byte[] marks(Duration size) {
        return new KeyBytes("W").duration(size).bytes();
    }

    static byte[] allMarks() {
        return new KeyBytes("W").bytes();
    }

    static WindowKey marked(byte[] mark) {
        return new WindowKey(KeyBytes.timeAt(mark, TIME_OF_MARK), KeyBytes.durationAt(mark, SIZE_OF_MARK), "");
    }

    static byte[] value(char kind, WindowKey key) {
        return values(kind, key).last(key.id()).bytes();
    }

    static byte[] allValues() {
        return new KeyBytes("V").bytes();
    }

    static byte[] valuesOf(char kind, WindowKey window) {
        return values(kind, window).bytes();
    }

    static char kindOfValue(byte[] place) {
        return (char) place[1];
    }

    static WindowKey keyOfValue(byte[] place) {
        return new WindowKey(
                KeyBytes.timeAt(place, TIME_OF_VALUE),
                KeyBytes.durationAt(place, SIZE_OF_VALUE),
                KeyBytes.lastAt(place, ID_OF_VALUE));
    }

    /** Leads from an id to the windows in which it has a value. */
    static byte[] window(char kind, String id, WindowKey key) {
        return new KeyBytes("I" + kind)
                .term(id)
                .duration(key.size())
                .time(key.start())
                .last(key.id())
                .bytes();
    }

    static byte[] windows(char kind, String id, Duration size) {
        return new KeyBytes("I" + kind).term(id).duration(size).bytes();
    }

    static byte[] windowsFrom(char kind, String id, Duration size, Instant from) {
        return new KeyBytes("I" + kind).term(id).duration(size).time(from).bytes();
    }

    static byte[] windowsAt(char kind, String id, WindowKey window) {
        return windowsFrom(kind, id, window.size(), window.start());
    }

    /** The key of the value that a window of an id leads to. */
    static WindowKey windowOf(byte[] place, String id) {
        int size = new KeyBytes("I.").term(id).bytes().length;
        int time = size + Long.BYTES;
        return new WindowKey(
                KeyBytes.timeAt(place, time),
                KeyBytes.durationAt(place, size),
                KeyBytes.lastAt(place, time + Long.BYTES));
    }

    /** Where the ranking of a window begins, by what it is ordered. */
    static KeyBytes ranked(char by, WindowKey window) {
        return new KeyBytes("R" + by).duration(window.size()).time(window.start());
    }

    /** The same of one type. */
    static KeyBytes ranked(char by, WindowKey window, String type) {
        return ranked(by, window).term(type);
    }

    static String typeOfRanked(byte[] place) {
        return KeyBytes.termAt(place, ID_OF_VALUE);
    }

    static byte[] document(char kind, String key) {
        return new KeyBytes("D" + kind).last(key).bytes();
    }

    static String keyOfDocument(byte[] place) {
        return KeyBytes.lastAt(place, 2);
    }

    /** Leads from a term to documents, newest first. */
    static byte[] posting(Posting posting, Instant time, String key) {
        return new KeyBytes("P" + posting.kind())
                .term(posting.term())
                .timeDown(time)
                .last(key)
                .bytes();
    }

    static byte[] postings(Posting posting) {
        return new KeyBytes("P" + posting.kind()).term(posting.term()).bytes();
    }

    static byte[] postingsFrom(Posting posting, Instant newest) {
        return new KeyBytes("P" + posting.kind())
                .term(posting.term())
                .timeDown(newest)
                .bytes();
    }

    static Instant timeOfPosting(byte[] place, Posting posting) {
        return KeyBytes.timeDownAt(place, postings(posting).length);
    }

    static String keyOfPosting(byte[] place, Posting posting) {
        return KeyBytes.lastAt(place, postings(posting).length + Long.BYTES);
    }

    static byte[] counter(Posting posting) {
        return new KeyBytes("C" + posting.kind()).last(posting.term()).bytes();
    }

    static byte[] counters(char kind) {
        return new KeyBytes("C" + kind).bytes();
    }

    static String termOfCounter(byte[] place) {
        return KeyBytes.lastAt(place, 2);
    }

    private static KeyBytes values(char kind, WindowKey window) {
        return new KeyBytes("V" + kind).duration(window.size()).time(window.start());
    }
}
