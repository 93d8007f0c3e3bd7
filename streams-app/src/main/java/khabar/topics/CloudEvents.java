package khabar.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every record: CloudEvents 1.0 in the binary mode of its Kafka binding, and the W3C
 * trace context.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka binding</a>
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 */
public final class CloudEvents {
    /** Type of a revision on news.articles; its id is {@code uri#version}. */
    public static final String ARTICLE = "khabar.article";
    /** Type of a refusal on news.rejected. */
    public static final String REJECTED = "khabar.rejected";

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private static final byte[] ONE_ZERO = "1.0".getBytes(UTF_8);
    private static final byte[] AVRO = "application/avro".getBytes(UTF_8);
    /** The types of this program are few. */
    private static final Map<String, Kind> KINDS = new ConcurrentHashMap<>();

    /** The headers that follow from the type. */
    private record Kind(byte[] type, byte[] source) {
        static Kind of(String type) {
            return new Kind(type.getBytes(UTF_8), ("urn:" + type.replace('.', ':')).getBytes(UTF_8));
        }
    }

    /** A time as the header says it. */
    @SuppressWarnings("ArrayRecordComponent") // nothing compares it
    private record TimeText(Instant time, byte[] text) {
        static TimeText of(Instant time) {
            return new TimeText(time, time.toString().getBytes(UTF_8));
        }
    }

    private static volatile TimeText newestTime = TimeText.of(Instant.EPOCH);

    private CloudEvents() {}

    /**
     * Says what the record is; what the headers said about that before is replaced. The source follows
     * from the type, so that source and id together are unique over all topics.
     */
    public static void stamp(Headers headers, String id, String type, Instant time) {
        Kind kind = KINDS.computeIfAbsent(type, Kind::of);
        set(headers, SPEC_VERSION, ONE_ZERO);
        set(headers, ID, id.getBytes(UTF_8));
        set(headers, TYPE, kind.type());
        set(headers, SOURCE, kind.source());
        set(headers, TIME, textOf(time));
        set(headers, CONTENT_TYPE, AVRO);
    }

    /** Many records have the same time: all panes that are due together. */
    private static byte[] textOf(Instant time) {
        TimeText last = newestTime;
        if (!last.time().equals(time)) {
            last = TimeText.of(time);
            newestTime = last;
        }
        return last.text();
    }

    /** Sets the given trace; starts one where there is none or its form is wrong. */
    public static void trace(Headers headers, @Nullable String traceparent) {
        boolean usable = traceparent != null && Traceparent.isValid(traceparent);
        String trace = usable && traceparent != null ? traceparent : newTraceparent();
        set(headers, TRACEPARENT, trace.getBytes(UTF_8));
    }

    /** The text of the last header of that name, or null. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String newTraceparent() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // All zeros is not an id, so one bit of each is always set.
        return "00-" + hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }

    private static void set(Headers headers, String name, byte[] value) {
        if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
        headers.add(name, value);
    }

    /**
     * The form of a trace context's header, version 00: {@code 00-<32 hex>-<16 hex>-<2 hex>} in lower case,
     * where neither id is all zeros.
     *
     * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
     */
    private static final class Traceparent {
        private static final String VERSION = "00-";
        private static final int TRACE_ID = 3;
        private static final int TRACE_ID_END = 35;
        private static final int PARENT_ID = 36;
        private static final int PARENT_ID_END = 52;
        private static final int FLAGS = 53;
        private static final int LENGTH = 55;

        private Traceparent() {}

        /** Whether the text has that form. */
        static boolean isValid(String text) {
            return text.length() == LENGTH
                    && text.startsWith(VERSION)
                    && isId(text, TRACE_ID, TRACE_ID_END)
                    && text.charAt(TRACE_ID_END) == '-'
                    && isId(text, PARENT_ID, PARENT_ID_END)
                    && text.charAt(PARENT_ID_END) == '-'
                    && isHex(text, FLAGS, LENGTH);
        }

        private static boolean isId(String text, int from, int to) {
            return isHex(text, from, to) && !isZero(text, from, to);
        }

        private static boolean isHex(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                char digit = text.charAt(i);
                if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isZero(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) != '0') {
                    return false;
                }
            }
            return true;
        }
    }
}
