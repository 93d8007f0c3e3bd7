package khabar.feed.article;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an article, exactly as its source wrote them.
 *
 * @param headline null where there is none, as the others
 */
public record Texts(
        @Nullable String headline,
        @Nullable String lead,
        @Nullable String body,
        @Nullable String language,
        @Nullable String source,
        @Nullable String url) {

    private static final int SAMPLE = 2000;
    /** Letters of Persian that Arabic has not: peh, tcheh, jeh, gaf. */
    private static final String PERSIAN = "\u067E\u0686\u0698\u06AF";
    /** Letters of Urdu, Pashto and Kurdish that Persian has not. */
    private static final String NOT_PERSIAN =
            "\u0679\u0688\u0691\u06BA\u06D2\u067C\u0689\u0693\u069A\u06AB\u0695\u06CE\u06C6\u06B5";

    static Texts of(FieldFinder fields) {
        return new Texts(
                fields.text(ArticleField.HEADLINE),
                fields.text(ArticleField.LEAD),
                fields.text(ArticleField.BODY),
                fields.text(ArticleField.LANGUAGE),
                fields.text(ArticleField.SOURCE),
                fields.text(ArticleField.URL));
    }

    /** Why no article can be made of these; a retraction needs no text. */
    Optional<Refusal> wrong(@Nullable String uri, PubStatus status) {
        if (status == PubStatus.USABLE && headline == null && lead == null && body == null) {
            return Optional.of(new Refusal(
                    RejectReason.MISSING_TEXT, "headline, lead and body: none (expected: at least one of them)"));
        }
        boolean broken = Stream.of(headline, lead, body, language, source, url, uri)
                .anyMatch(text -> text != null && hasLoneSurrogate(text));
        return broken
                ? Optional.of(new Refusal(
                        RejectReason.WRONG_ENCODING, "text: half of a surrogate pair (expected: whole characters)"))
                : Optional.empty();
    }

    /** Whether the article is Persian, as far as its claim or its letters tell. */
    boolean isPersian() {
        if (language != null) {
            String tag = language.strip().toLowerCase(Locale.ROOT);
            return tag.equals("fa")
                    || tag.startsWith("fa-")
                    || tag.startsWith("fa_")
                    || tag.equals("fas")
                    || tag.equals("per");
        }
        return hasAny(PERSIAN) && !hasAny(NOT_PERSIAN);
    }

    private boolean hasAny(String letters) {
        return Stream.of(headline, lead, body)
                .anyMatch(text ->
                        text != null && text.chars().limit(SAMPLE).anyMatch(unit -> letters.indexOf(unit) >= 0));
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(unit)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (!pair) {
                return true;
            }
            at++;
        }
        return false;
    }
}
