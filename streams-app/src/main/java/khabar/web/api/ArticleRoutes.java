package khabar.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import khabar.query.values.ArticleSearch;
import khabar.query.values.Page;
import khabar.schemas.EnrichedArticle;
import khabar.settings.Setting;
import khabar.web.Asked;
import khabar.web.Reply;
import khabar.web.Routes;
import org.jspecify.annotations.Nullable;

/** Articles: the newest that are wanted, and one with its text. */
final class ArticleRoutes {
    private final Asking asking;

    ArticleRoutes(Asking asking) {
        this.asking = asking;
    }

    void addTo(Routes routes) {
        routes.add("/api/articles", asking.held(this::articles)).add("/api/articles/{uri}", asking.held(this::article));
    }

    private Reply articles(Asked asked) {
        asked.takesOnly("entity", "subject", "source", "language", "from", "to", "limit", "before");
        ArticleSearch search = new ArticleSearch(
                text(asked, Parameters.ENTITY),
                text(asked, Parameters.SUBJECT),
                text(asked, Parameters.SOURCE),
                text(asked, Parameters.LANGUAGE),
                time(asked, Parameters.FROM),
                time(asked, Parameters.TO),
                text(asked, Parameters.BEFORE),
                asked.get(Parameters.LIMIT));
        return asking.archive(archive -> {
            Page<EnrichedArticle> page = archive.articles().search(search);
            ObjectNode json = JsonForms.object();
            json.set("articles", JsonForms.array(page.rows(), JsonForms::articleRow));
            return Reply.json(json.put("next", page.next().orElse(null)));
        });
    }

    private Reply article(Asked asked) {
        asked.takesOnly();
        return asking.archive(archive -> archive.articles()
                .article(asked.rest())
                .map(found -> Reply.json(JsonForms.article(found)))
                .orElseGet(() -> Asking.notFound("uri: not known (expected: that of an article in news.enriched)")));
    }

    private static @Nullable String text(Asked asked, Setting<String> parameter) {
        return asked.given(parameter).orElse(null);
    }

    private static @Nullable Instant time(Asked asked, Setting<Instant> parameter) {
        return asked.given(parameter).orElse(null);
    }
}
