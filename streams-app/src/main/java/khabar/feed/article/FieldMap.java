package khabar.feed.article;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import khabar.settings.SettingException;

/** Under which names the fields of articles are looked for: the user's own first, then the known ones. */
public final class FieldMap {
    private static final String EXPECTED =
            "field=name, where field is uri, headline, lead, body, published, url, source, language or version";

    private final Map<ArticleField, List<String>> names = new EnumMap<>(ArticleField.class);

    private FieldMap() {
        for (ArticleField field : ArticleField.values()) {
            names.put(field, field.names());
        }
    }

    /** Only the known names. */
    public static FieldMap standard() {
        return new FieldMap();
    }

    /**
     * Our field to their name; a dot in a name leads into an object. A field that is mapped is looked for
     * under that name only. Throws {@link SettingException} where our field is none.
     */
    public static FieldMap of(Map<String, String> mapping) {
        FieldMap map = new FieldMap();
        mapping.forEach((ours, theirs) -> {
            ArticleField field = ArticleField.byName(ours)
                    .orElseThrow(() -> new SettingException("map", ours + "=" + theirs, EXPECTED));
            if (theirs.isBlank()) {
                throw new SettingException("map", ours + "=" + theirs, EXPECTED);
            }
            map.names.put(field, List.of(theirs));
        });
        return map;
    }

    /** Names of the field, best first. */
    List<String> namesOf(ArticleField field) {
        return names.getOrDefault(field, field.names());
    }

    /** Whether any of the columns can be the text of an article. */
    public boolean hasText(Collection<String> columns) {
        return columns.stream()
                .anyMatch(column -> namesOf(ArticleField.HEADLINE).contains(column)
                        || namesOf(ArticleField.LEAD).contains(column)
                        || namesOf(ArticleField.BODY).contains(column));
    }
}
