package khabar.feed.article;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import khabar.feed.record.Reading.Refusal;
import khabar.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a record, for those who need no whole article.
 *
 * @param uri the name of the article; null where it has none
 * @param texts its texts
 */
public record NamedTexts(@Nullable String uri, Texts texts) {
    /** Finds them by the map. */
    public static NamedTexts of(ObjectNode node, FieldMap map) {
        FieldFinder fields = new FieldFinder(node, map);
        Texts texts = Texts.of(fields);
        return new NamedTexts(ArticleMaker.uriOf(fields, texts), texts);
    }

    /** Why these cannot be used. */
    public Optional<Refusal> wrong() {
        return texts.wrong(uri, PubStatus.USABLE);
    }
}
