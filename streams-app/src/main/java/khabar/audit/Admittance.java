package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import khabar.schemas.Article;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** Says which records of the feed may be counted, reading each partition in its order. */
final class Admittance {
    private final AuditOptions options;
    private final Map<Integer, Instant> newest = new HashMap<>();

    Admittance(AuditOptions options) {
        this.options = options;
    }

    /** Why the record must be refused; null where it must be accepted, which moves time on. */
    @Nullable
    RejectReason refuse(FeedRecord feedRecord) {
        RejectReason reason = reason(feedRecord);
        Article article = feedRecord.article();
        if (reason == null && article != null) {
            newest.merge(feedRecord.partition(), article.getPublishedAt(), (a, b) -> a.isAfter(b) ? a : b);
        }
        return reason;
    }

    /** Whether an event time of the partition is final: nothing of it can be corrected any more. */
    boolean isFinal(int partition, Instant publishedAt) {
        Instant time = newest.get(partition);
        return time != null && publishedAt.isBefore(time.minus(options.horizon()));
    }

    private @Nullable RejectReason reason(FeedRecord feedRecord) {
        ArticleLimits limits = options.limits();
        if (feedRecord.headers() > limits.headers() || feedRecord.headerBytes() > limits.headerBytes()) {
            return RejectReason.HEADERS_TOO_LARGE;
        }
        Article article = feedRecord.article();
        if (article == null) {
            return RejectReason.BROKEN_RECORD;
        }
        if (feedRecord.key() == null
                || feedRecord.key().isBlank()
                || article.getUri().isBlank()) {
            return RejectReason.MISSING_URI;
        }
        if (fields(feedRecord.key(), article).anyMatch(field -> field.getBytes(UTF_8).length > limits.fieldBytes())) {
            return RejectReason.FIELD_TOO_LARGE;
        }
        if (!feedRecord.key().equals(article.getUri())) {
            return RejectReason.BROKEN_RECORD;
        }
        if (!article.getVersion().matches("[0-9]{1,18}")) {
            return RejectReason.VERSION_FORM;
        }
        RejectReason byText = reasonOfText(article);
        if (byText != null) {
            return byText;
        }
        if (article.getPublishedAt().isAfter(feedRecord.arrivedAt().plus(options.futureSkew()))) {
            return RejectReason.FUTURE_DATE;
        }
        return isFinal(feedRecord.partition(), article.getPublishedAt()) ? RejectReason.TOO_LATE : null;
    }

    /** Everything of an article that is text, but not its text. */
    private static Stream<String> fields(String key, Article article) {
        Stream<@Nullable String> single = Stream.of(
                key,
                article.getUri(),
                article.getVersion(),
                article.getLanguage(),
                article.getSource(),
                article.getUrl());
        Stream<String> attributes = article.getAttributes().entrySet().stream()
                .flatMap(attribute -> Stream.of(attribute.getKey(), attribute.getValue()));
        return Stream.concat(single.map(text -> text == null ? "" : text), attributes);
    }

    private @Nullable RejectReason reasonOfText(Article article) {
        String text = String.join(
                "",
                Stream.of(article.getHeadline(), article.getLead(), article.getBody())
                        .map(part -> part == null ? "" : part)
                        .toList());
        if (text.getBytes(UTF_8).length > options.maxArticleBytes()) {
            return RejectReason.TOO_LARGE;
        }
        return article.getPubStatus() == PubStatus.USABLE && text.isBlank() ? RejectReason.MISSING_TEXT : null;
    }
}
