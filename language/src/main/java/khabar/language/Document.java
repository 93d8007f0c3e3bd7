package khabar.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one article, as its source wrote them.
 *
 * @param headline headline, or null
 * @param lead first paragraph, or null
 * @param body remaining text, or null
 * @param claimedLanguage language that the source claims, as a BCP 47 tag, or null
 */
public record Document(
        @Nullable String headline,
        @Nullable String lead,
        @Nullable String body,
        @Nullable String claimedLanguage) {
    /** Index of the headline in {@link #texts()} and in every span. */
    public static final int HEADLINE = 0;
    /** Index of the lead in {@link #texts()} and in every span. */
    public static final int LEAD = 1;
    /** Index of the body in {@link #texts()} and in every span. */
    public static final int BODY = 2;

    /** The three texts in reading order; a missing one is empty. */
    public List<String> texts() {
        return List.of(orEmpty(headline), orEmpty(lead), orEmpty(body));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
