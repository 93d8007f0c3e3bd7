package khabar.feed.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import khabar.feed.date.DateReader;
import khabar.feed.date.ReadDate;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** Makes articles of the fields of records. */
public final class ArticleMaker {
    /** The attribute that says what was assumed about the time of an article. */
    public static final String TIME_ASSUMED = "time.assumed";

    private final FieldMap map;
    private final ArrivalTimes times;

    /** Looks for fields by the map and fills in missing times as said. */
    public ArticleMaker(FieldMap map, ArrivalTimes times) {
        this.map = map;
        this.times = times;
    }

    /** The article of the fields, or why it is refused. */
    public Made make(ObjectNode node, Turn turn) {
        FieldFinder fields = new FieldFinder(node, map);
        Texts texts = Texts.of(fields);
        String uri = uriOf(fields, texts);
        try {
            PubStatus status = statusOf(fields);
            Optional<Refusal> wrong = texts.wrong(uri, status);
            if (wrong.isPresent() || uri == null) {
                return new Made.Refused(
                        uri, wrong.orElse(refusal(RejectReason.MISSING_URI, "uri: none (expected: a uri, id or url)")));
            }
            ReadDate published = publishedAt(fields, texts, turn);
            Instant versionCreated = versionCreated(fields, texts, published);
            String traceparent = fields.text(ArticleField.TRACEPARENT);
            String version = fields.text(ArticleField.VERSION);
            Article article = Article.newBuilder()
                    .setUri(turn.round() == 1 ? uri : uri + "#round-" + turn.round())
                    .setVersion(version == null ? "1" : version.strip())
                    .setVersionCreated(versionCreated.plus(times.shift(turn)))
                    .setPublishedAt(published.instant().plus(times.shift(turn)))
                    .setPubStatus(status)
                    .setHeadline(texts.headline())
                    .setLead(texts.lead())
                    .setBody(texts.body())
                    .setLanguage(texts.language())
                    .setSource(texts.source())
                    .setUrl(texts.url())
                    .setAttributes(attributes(fields, published.assumed()))
                    .build();
            return new Made.Arrival(article, traceparent);
        } catch (WrongField wrong) {
            return new Made.Refused(uri, wrong.refusal);
        }
    }

    static @Nullable String uriOf(FieldFinder fields, Texts texts) {
        String uri = fields.text(ArticleField.URI);
        String found = uri == null ? texts.url() : uri;
        return found == null ? null : found.strip();
    }

    private static PubStatus statusOf(FieldFinder fields) throws WrongField {
        String status = fields.text(ArticleField.PUB_STATUS);
        String plain = status == null ? "usable" : status.strip().toLowerCase(Locale.ROOT);
        // ninjs writes the bare word, NewsML-G2 a code such as stat:usable.
        return switch (plain.startsWith("stat:") ? plain.substring("stat:".length()) : plain) {
            case "usable" -> PubStatus.USABLE;
            case "withheld" -> PubStatus.WITHHELD;
            case "canceled", "cancelled" -> PubStatus.CANCELED;
            default ->
                throw new WrongField(refusal(
                        RejectReason.BROKEN_RECORD,
                        "pubStatus: " + brief(plain) + " (expected: usable, withheld or canceled)"));
        };
    }

    private ReadDate publishedAt(FieldFinder fields, Texts texts, Turn turn) throws WrongField {
        if (times.present() != null) {
            return new ReadDate(times.present().instant(), List.of("now"));
        }
        JsonNode value = fields.find(ArticleField.PUBLISHED_AT);
        return value == null
                ? new ReadDate(times.undated(turn.place()), List.of("start+interval"))
                : date("publishedAt", value, texts);
    }

    private static Instant versionCreated(FieldFinder fields, Texts texts, ReadDate published) throws WrongField {
        JsonNode value = fields.find(ArticleField.VERSION_CREATED);
        return value == null
                ? published.instant()
                : date("versionCreated", value, texts).instant();
    }

    private static ReadDate date(String name, JsonNode value, Texts texts) throws WrongField {
        Optional<ReadDate> date = value.isNumber()
                ? DateReader.read(value.asDouble())
                : DateReader.read(value.asText(), texts.isPersian());
        return date.orElseThrow(() -> new WrongField(refusal(
                RejectReason.DATE_FORM,
                name + ": " + brief(value.isValueNode() ? value.asText() : value.toString())
                        + " (expected: a date such as 2016-12-11T14:30:00Z, epoch seconds or 1395/09/21 14:30)")));
    }

    private static Map<String, String> attributes(FieldFinder fields, List<String> assumed) {
        Map<String, String> attributes = new LinkedHashMap<>(fields.others());
        if (!assumed.isEmpty()) {
            attributes.put(TIME_ASSUMED, String.join("; ", assumed));
        }
        return attributes;
    }

    private static String brief(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "\u2026";
    }

    private static Refusal refusal(RejectReason reason, String detail) {
        return new Refusal(reason, detail);
    }

    /** A field has a value that cannot be used. */
    private static final class WrongField extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        WrongField(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = Objects.requireNonNull(refusal);
        }
    }
}
