package khabar.cli.enrich;

import khabar.feed.article.NamedTexts;
import khabar.feed.article.Texts;
import khabar.language.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document of the input.
 *
 * @param uri its name in its source, or its place there
 * @param document its texts
 */
record Entry(String uri, Document document) {
    static Entry of(NamedTexts named, String place) {
        @Nullable String uri = named.uri();
        Texts texts = named.texts();
        return new Entry(
                uri == null ? place : uri,
                new Document(texts.headline(), texts.lead(), texts.body(), texts.language()));
    }
}
