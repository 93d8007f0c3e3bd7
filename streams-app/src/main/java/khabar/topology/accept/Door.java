package khabar.topology.accept;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import khabar.topology.TopologyOptions;
import khabar.topology.limit.Limits;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an article may be counted. The answer depends on nothing but the article, its key,
 * its arrival time and the greatest event time accepted before it in its partition, so that whoever
 * reads the feed again decides alike.
 */
public final class Door {
    /** More digits than this do not fit a long. */
    private static final int MOST_VERSION_DIGITS = 18;

    private final TopologyOptions options;

    /** A door with the given limits. */
    public Door(TopologyOptions options) {
        this.options = options;
    }

    /**
     * Why the article is refused; empty where it is accepted.
     *
     * @param key key of the record
     * @param article value of the record; null for a tombstone
     * @param ingestedAt when it arrived
     * @param feedTime greatest event time accepted before it in its partition; null before the first
     */
    public Optional<Refusal> refusal(
            @Nullable String key, @Nullable Article article, Instant ingestedAt, @Nullable Instant feedTime) {
        if (article == null) {
            return refuse(RejectReason.BROKEN_RECORD, "value: null (expected: an Article; withdraw by pubStatus)");
        }
        if (key == null || key.isBlank() || article.getUri().isBlank()) {
            return refuse(RejectReason.MISSING_URI, "uri: none (expected: the identity of the article, also as key)");
        }
        Optional<Refusal> byField = fieldRefusal(key, article);
        if (byField.isPresent()) {
            return byField;
        }
        if (!key.equals(article.getUri())) {
            return refuse(RejectReason.BROKEN_RECORD, "key: " + key + " (expected: the uri " + article.getUri() + ")");
        }
        if (!isWholeNumber(article.getVersion())) {
            return refuse(
                    RejectReason.VERSION_FORM,
                    "version: " + article.getVersion() + " (expected: a whole number of at most 18 digits)");
        }
        Optional<Refusal> byText = textRefusal(article);
        return byText.isPresent() ? byText : timeRefusal(article, ingestedAt, feedTime);
    }

    /** Why a record with such headers is refused; empty where it is not. */
    public Optional<Refusal> refusal(Headers headers) {
        int count = 0;
        long bytes = 0;
        for (Header header : headers) {
            count++;
            bytes += utf8Length(header.key()) + (header.value() == null ? 0 : header.value().length);
        }
        Limits limits = options.limits();
        if (count > limits.headers()) {
            return refuse(
                    RejectReason.HEADERS_TOO_LARGE,
                    "headers: " + count + " (expected: at most " + limits.headers() + ", headers.max.count)");
        }
        return bytes <= limits.headerBytes()
                ? Optional.empty()
                : refuse(
                        RejectReason.HEADERS_TOO_LARGE,
                        "headers: " + bytes + " bytes (expected: at most " + limits.headerBytes()
                                + ", headers.max.bytes)");
    }

    /** The event time before which everything is final, once the feed has come to the given time. */
    public Instant horizonStart(Instant feedTime) {
        return feedTime.minus(options.horizon());
    }

    private Optional<Refusal> fieldRefusal(String key, Article article) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("uri", article.getUri());
        fields.put("version", article.getVersion());
        fields.put("language", article.getLanguage());
        fields.put("source", article.getSource());
        fields.put("url", article.getUrl());
        for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
            if (isTooLarge(field.getValue())) {
                return tooLarge(field.getKey(), field.getValue());
            }
        }
        for (Map.Entry<String, String> attribute : article.getAttributes().entrySet()) {
            if (isTooLarge(attribute.getKey())) {
                return tooLarge("attributes, a name", attribute.getKey());
            }
            if (isTooLarge(attribute.getValue())) {
                return tooLarge("attributes." + attribute.getKey(), attribute.getValue());
            }
        }
        return Optional.empty();
    }

    private boolean isTooLarge(@Nullable String field) {
        // No character has more than three bytes for each of its units: most fields need not be measured.
        return field != null
                && field.length() > options.limits().fieldBytes() / 3
                && utf8Length(field) > options.limits().fieldBytes();
    }

    private Optional<Refusal> tooLarge(String name, @Nullable String field) {
        return refuse(
                RejectReason.FIELD_TOO_LARGE,
                name + ": " + utf8Length(field) + " bytes (expected: at most "
                        + options.limits().fieldBytes() + ", field.max.bytes)");
    }

    private Optional<Refusal> textRefusal(Article article) {
        long bytes = utf8Length(article.getHeadline()) + utf8Length(article.getLead()) + utf8Length(article.getBody());
        if (bytes > options.maxArticleBytes()) {
            return refuse(
                    RejectReason.TOO_LARGE,
                    "text: " + bytes + " bytes (expected: at most " + options.maxArticleBytes()
                            + ", article.max.bytes)");
        }
        boolean counts = article.getPubStatus() == PubStatus.USABLE;
        if (counts && isBlank(article.getHeadline()) && isBlank(article.getLead()) && isBlank(article.getBody())) {
            return refuse(RejectReason.MISSING_TEXT, "text: none (expected: a headline or a body)");
        }
        return Optional.empty();
    }

    private Optional<Refusal> timeRefusal(Article article, Instant ingestedAt, @Nullable Instant feedTime) {
        Instant publishedAt = article.getPublishedAt();
        if (publishedAt.isAfter(ingestedAt.plus(options.futureSkew()))) {
            return refuse(
                    RejectReason.FUTURE_DATE,
                    "publishedAt: " + publishedAt + " (expected: at most " + options.futureSkew()
                            + " after its arrival at " + ingestedAt + ")");
        }
        if (feedTime != null && publishedAt.isBefore(horizonStart(feedTime))) {
            return refuse(
                    RejectReason.TOO_LATE,
                    "publishedAt: " + publishedAt + " (expected: " + horizonStart(feedTime)
                            + " or later, the correction horizon)");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(RejectReason reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isWholeNumber(String text) {
        if (text.isEmpty() || text.length() > MOST_VERSION_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long utf8Length(@Nullable String text) {
        long bytes = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate pair has 4 bytes, 2 for each of its halves.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
