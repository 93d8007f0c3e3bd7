package khabar.audit.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.match.Tokens;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles under the rules that each was enriched with. Those rules are named on news.enriched.
 * Where they can still be had, which are those of today and those that are shipped, the text is counted
 * again. Rules of another day are gone from their compacted topic: then what the article said is taken
 * from news.enriched on trust, provided its text is the same, and that is told.
 */
public final class Readings {
    private final TextCore present;
    private final Map<String, TextCore> byVersion = new HashMap<>();
    private final Map<Revision, Reading> byRevision = new HashMap<>();
    private final Set<String> onTrust = new HashSet<>();
    private boolean rulesChanged;
    private long unknown;
    private @Nullable Instant earliestOnTrust;

    /** Readings by the rules of today, and others that can be had. */
    public Readings(TextCore present, Collection<TextCore> others) {
        this.present = present;
        byVersion.put(present.ruleSetVersion(), present);
        for (TextCore core : others) {
            rulesChanged |= byVersion.putIfAbsent(core.ruleSetVersion(), core) == null;
        }
    }

    /** Identifies a revision on both topics. */
    private record Revision(String uri, long version, Instant versionCreated, Instant publishedAt) {}

    /** How it was enriched: what was said is kept only where its rules are gone. */
    private record Reading(
            @Nullable TextCore core, @Nullable Said said, int text) {}

    /** Takes in the records of news.enriched, of each uri the newest last. */
    public void enriched(EnrichedArticle article) {
        TextCore core = byVersion.get(article.getRuleSetVersion());
        rulesChanged |= core == null;
        // Where there were never other rules, nothing needs to be kept.
        if (rulesChanged && article.getPubStatus() == PubStatus.USABLE) {
            byRevision.put(
                    new Revision(
                            article.getUri(),
                            article.getVersion(),
                            article.getVersionCreated(),
                            article.getPublishedAt()),
                    new Reading(
                            core,
                            core == null ? Said.of(article) : null,
                            Objects.hash(article.getHeadline(), article.getLead(), article.getBody())));
        }
    }

    /** What an article says that stands, or that has left the horizon while it stood. */
    public Said of(Article article) {
        Reading reading = byRevision.get(new Revision(
                article.getUri(),
                Long.parseLong(article.getVersion()),
                article.getVersionCreated(),
                article.getPublishedAt()));
        TextCore core = reading == null ? null : reading.core();
        if (core != null) {
            return analyzed(core, article);
        }
        Said said = reading == null ? null : reading.said();
        int text = Objects.hash(article.getHeadline(), article.getLead(), article.getBody());
        if (reading == null || said == null || reading.text() != text) {
            unknown += rulesChanged ? 1 : 0;
            return analyzed(present, article);
        }
        trust(article);
        return said;
    }

    /** The words of an article, which are the same under all rules. */
    public List<Tokens> wordsOf(Article article) {
        return present.tokens(documentOf(article));
    }

    /** Whether articles may have been enriched under different rules. */
    public boolean rulesChanged() {
        return rulesChanged;
    }

    /** What could not be counted again. */
    public Trust trust() {
        return new Trust(onTrust.size(), earliestOnTrust, unknown);
    }

    private void trust(Article article) {
        onTrust.add(article.getUri());
        Instant earliest = earliestOnTrust;
        if (earliest == null || article.getPublishedAt().isBefore(earliest)) {
            earliestOnTrust = article.getPublishedAt();
        }
    }

    private static Said analyzed(TextCore core, Article article) {
        return Said.of(core.analyze(documentOf(article)));
    }

    private static Document documentOf(Article article) {
        return new Document(article.getHeadline(), article.getLead(), article.getBody(), article.getLanguage());
    }
}
