package khabar.language.evaluate.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import khabar.language.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies of an article as other sources would: with some words replaced by words of another
 * article, under another headline, a paragraph shorter, or in another orthography. Equal articles and
 * neighbours give equal copies.
 */
final class EditedCopies {
    static final String UNCHANGED = "unchanged";
    private static final double[] SHARES = {0.05, 0.10, 0.20};
    private static final double CUT = 0.25;
    private static final double PERCENT = 100;
    private static final String HALF_SPACE = "\u200c";

    private final Document article;
    private final Document neighbour;
    private final Random random;

    private EditedCopies(Document article, Document neighbour) {
        this.article = article;
        this.neighbour = neighbour;
        this.random = new Random(article.texts().hashCode());
    }

    /** Copies by the name of what was done; another article lends its headline and its words. */
    static Map<String, Document> of(Document article, Document neighbour) {
        EditedCopies copies = new EditedCopies(article, neighbour);
        Map<String, Document> made = new LinkedHashMap<>();
        made.put(UNCHANGED, article);
        for (double share : SHARES) {
            made.put(
                    Math.round(share * PERCENT) + " % of the words replaced",
                    copies.each(text -> copies.replaceWords(text, share)));
        }
        made.put(
                "another headline",
                new Document(neighbour.headline(), article.lead(), article.body(), article.claimedLanguage()));
        made.put(
                "a paragraph cut",
                new Document(
                        article.headline(), article.lead(), copies.cut(article.body()), article.claimedLanguage()));
        if (String.join("", article.texts()).contains(HALF_SPACE)) {
            made.put("half-spaces deleted", copies.each(text -> text.replace(HALF_SPACE, "")));
            made.put("half-spaces replaced by spaces", copies.each(text -> text.replace(HALF_SPACE, " ")));
        }
        return made;
    }

    private Document each(UnaryOperator<String> edit) {
        return new Document(
                apply(edit, article.headline()),
                apply(edit, article.lead()),
                apply(edit, article.body()),
                article.claimedLanguage());
    }

    private static @Nullable String apply(UnaryOperator<String> edit, @Nullable String text) {
        return text == null ? null : edit.apply(text);
    }

    private String replaceWords(String text, double share) {
        String[] lent = String.join(" ", neighbour.texts()).split("\\s+");
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (random.nextDouble() < share) {
                words[i] = lent[random.nextInt(lent.length)];
            }
        }
        return String.join(" ", words);
    }

    /** The text without one of its paragraphs; where there is only one, without a quarter of its words in a row. */
    private @Nullable String cut(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> paragraphs = new ArrayList<>(Arrays.asList(text.split("\n+")));
        if (paragraphs.size() > 1) {
            paragraphs.remove(random.nextInt(paragraphs.size()));
            return String.join("\n", paragraphs);
        }
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        int length = (int) (words.size() * CUT);
        int from = random.nextInt(words.size() - length + 1);
        words.subList(from, from + length).clear();
        return String.join(" ", words);
    }
}
