package khabar.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
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

    private static final String AVRO = "application/avro";
    private static final Pattern VALID_TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private CloudEvents() {}

    /**
     * Says what the record is; what the headers said about that before is replaced. The source follows
     * from the type, so that source and id together are unique over all topics.
     */
    public static void stamp(Headers headers, String id, String type, Instant time) {
        set(headers, SPEC_VERSION, "1.0");
        set(headers, ID, id);
        set(headers, TYPE, type);
        set(headers, SOURCE, "urn:" + type.replace('.', ':'));
        set(headers, TIME, time.toString());
        set(headers, CONTENT_TYPE, AVRO);
    }

    /** Sets the given trace; starts one where there is none or its form is wrong. */
    public static void trace(Headers headers, @Nullable String traceparent) {
        boolean usable =
                traceparent != null && VALID_TRACEPARENT.matcher(traceparent).matches();
        set(headers, TRACEPARENT, usable && traceparent != null ? traceparent : newTraceparent());
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

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
