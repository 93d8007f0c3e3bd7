package khabar.feed.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of an article, and the names under which formats have them, best first. */
public enum ArticleField {
    URI("uri id guid"),
    VERSION("version"),
    VERSION_CREATED("versionCreated versioncreated updated modified dateModified updated_at last_modified"),
    PUBLISHED_AT("publishedAt published published_at firstCreated firstcreated contentCreated contentcreated"
            + " datePublished pubDate pubdate publish_date date datetime created created_at timestamp time"
            + " versionCreated versioncreated updated"),
    PUB_STATUS("pubStatus pubstatus pub_status"),
    HEADLINE("headline title headlines headline_text"),
    LEAD("lead description_text descriptions description summary abstract standfirst description_html"),
    BODY("body body_text bodies content text articleBody body_html body_xhtml content_html"),
    LANGUAGE("language lang inLanguage"),
    SOURCE("source publisher agency infoSources infosources provider"),
    URL("url link web canonical permalink"),
    TRACEPARENT("traceparent");

    private final List<String> names;

    ArticleField(String names) {
        this.names = List.of(names.split(" ", -1));
    }

    /** Names under which formats have the field, best first. */
    public List<String> names() {
        return names;
    }

    /** The field whose own name, or first known name, is the given one. */
    public static Optional<ArticleField> byName(String name) {
        String wanted = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.plainName().equals(wanted)
                        || field.names.stream()
                                .anyMatch(
                                        known -> known.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }

    private String plainName() {
        return name().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
