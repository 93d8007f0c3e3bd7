package khabar.audit.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import khabar.audit.Standing;
import khabar.schemas.EnrichedArticle;
import khabar.topics.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Enriched articles of each uri: the revisions that won, each once and in the order in which they won.
 * A revision that stands may be published again under other rules, or as the duplicate of another.
 */
final class RevisionCheck {
    private final Consumer<Flaw> flaws;
    private final Map<String, List<Won>> expected = new HashMap<>();
    private final Map<String, Progress> progress = new HashMap<>();

    RevisionCheck(Consumer<Flaw> flaws) {
        this.flaws = flaws;
    }

    /** A revision that won, and whether it takes back the one before it. */
    record Won(Standing revision, boolean replaces) {
        boolean is(EnrichedArticle article) {
            return revision.version().longValueExact() == article.getVersion()
                    && revision.versionCreated().equals(article.getVersionCreated())
                    && revision.publishedAt().equals(article.getPublishedAt())
                    && revision.status() == article.getPubStatus();
        }
    }

    /** What an enriched article replaces: the one before it, where there is one, and because of which winner. */
    record Step(@Nullable EnrichedArticle before, EnrichedArticle after, Won won, boolean again) {}

    /** A revision of the feed that won. */
    void expect(String uri, Won won) {
        expected.computeIfAbsent(uri, key -> new ArrayList<>()).add(won);
    }

    /** Takes the next enriched article; null where nothing can be derived from it. */
    @Nullable
    Step take(String key, EnrichedArticle article) {
        if (!key.equals(article.getUri())) {
            flaw(key, "uri: " + article.getUri() + " (expected: the key)");
        }
        List<Won> winners = expected.getOrDefault(key, List.of());
        Progress before = progress.getOrDefault(key, new Progress(-1, null));
        int next = before.index + 1;
        if (next < winners.size() && winners.get(next).is(article)) {
            progress.put(key, new Progress(next, article));
            Won won = winners.get(next);
            return new Step(won.replaces() ? before.article : null, article, won, false);
        }
        if (before.article != null && winners.get(before.index).is(article) && isMadeAnew(before.article, article)) {
            progress.put(key, new Progress(before.index, article));
            return new Step(before.article, article, winners.get(before.index), true);
        }
        reportUnexpected(key, article, winners, before);
        return null;
    }

    /** After all records: no winner is missing. */
    void finish() {
        expected.forEach((uri, winners) -> {
            Progress last = progress.getOrDefault(uri, new Progress(-1, null));
            for (Won missing : winners.subList(last.index + 1, winners.size())) {
                flaw(uri, "revision " + text(missing) + ": missing (expected: once)");
            }
        });
    }

    private void reportUnexpected(String key, EnrichedArticle article, List<Won> winners, Progress before) {
        String found = "revision " + article.getVersion() + " " + article.getPubStatus() + " of "
                + article.getVersionCreated();
        for (int later = before.index + 2; later < winners.size(); later++) {
            if (winners.get(later).is(article)) {
                flaw(key, found + ": too early (expected: " + text(winners.get(before.index + 1)) + " before it)");
                progress.put(key, new Progress(later, article));
                return;
            }
        }
        boolean known = winners.stream().anyMatch(won -> won.is(article));
        flaw(key, found + (known ? ": again (expected: once)" : ": unknown (expected: one that won in the feed)"));
    }

    private static boolean isMadeAnew(EnrichedArticle before, EnrichedArticle after) {
        return !before.getRuleSetVersion().equals(after.getRuleSetVersion())
                || !Objects.equals(before.getDuplicateOf(), after.getDuplicateOf())
                || !Objects.equals(before.getDuplicateSimilarity(), after.getDuplicateSimilarity());
    }

    private static String text(Won won) {
        return won.revision().version() + " " + won.revision().status() + " of "
                + won.revision().versionCreated();
    }

    private void flaw(String key, String detail) {
        flaws.accept(new Flaw(Topics.ENRICHED.name(), key, detail));
    }

    private record Progress(int index, @Nullable EnrichedArticle article) {}
}
