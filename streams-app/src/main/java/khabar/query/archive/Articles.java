package khabar.query.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabar.query.disk.Disk;
import khabar.query.values.ArticleSearch;
import khabar.query.values.Page;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.EntityCount;
import khabar.schemas.NamedEntity;
import khabar.schemas.Pane;
import khabar.schemas.PaneTiming;
import khabar.settings.SettingException;
import khabar.topics.Topics;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** Questions about articles. */
public final class Articles {
    /** So many are looked at for one answer; who wants more goes on from there. */
    private static final int MOST_LOOKED_AT = 20_000;

    /** So many are counted for one answer: reading one takes some twenty microseconds. */
    private static final int MOST_COUNTED = 5_000;

    private final Disk disk;
    private final Forms forms;

    Articles(Disk disk, Forms forms) {
        this.disk = disk;
        this.forms = forms;
    }

    /** The winning revision of an article, be it a retraction. */
    public Optional<EnrichedArticle> article(String uri) {
        return Optional.ofNullable(disk.get(Places.document(Places.ARTICLE, uri)))
                .map(stored -> forms.read(Topics.ENRICHED, stored));
    }

    /** The articles that are wanted, as far as they were found by looking at a bounded number. */
    public Page<EnrichedArticle> search(ArticleSearch search) {
        Found found = find(search);
        List<EnrichedArticle> rows = new ArrayList<>();
        found.uris.forEach(uri -> article(uri).ifPresent(rows::add));
        return new Page<>(rows, Optional.ofNullable(found.next));
    }

    /** The entities of the articles of a window that have a subject, as far as a bounded number of the newest tells. */
    public List<EntityCount> entitiesOf(String subject, WindowKey window) {
        Map<String, EntityCount> counts = new HashMap<>();
        ArticleSearch search =
                new ArticleSearch(null, subject, null, null, window.start(), window.end(), null, MOST_COUNTED);
        for (EnrichedArticle article : search(search).rows()) {
            boolean unique = article.getDuplicateOf() == null;
            for (NamedEntity entity : article.getEntities()) {
                if (entity.getMentions() > 0) {
                    add(counts.computeIfAbsent(entity.getEntityId(), id -> none(window, entity)), entity, unique);
                }
            }
        }
        return List.copyOf(counts.values());
    }

    /** The subjects of the articles of a window that name an entity, with the number of these articles. */
    public Map<String, Long> subjectsOf(String entity, WindowKey window) {
        Map<String, Long> counts = new HashMap<>();
        ArticleSearch search = ArticleSearch.ofEntity(entity, window.start(), window.end(), MOST_COUNTED);
        search(search)
                .rows()
                .forEach(article ->
                        article.getSubjects().forEach(subject -> counts.merge(subject.getCode(), 1L, Long::sum)));
        return counts;
    }

    private static EntityCount none(WindowKey window, NamedEntity entity) {
        return EntityCount.newBuilder()
                .setWindowStart(window.start())
                .setWindowEnd(window.end())
                .setEntityId(entity.getEntityId())
                .setEntityType(entity.getType())
                .setNames(entity.getNames())
                .setCount(0)
                .setArticles(0)
                .setPane(new Pane(PaneTiming.LATE, 0L))
                .build();
    }

    private static void add(EntityCount count, NamedEntity entity, boolean unique) {
        count.setCount(count.getCount() + entity.getMentions());
        count.setArticles(count.getArticles() + 1);
        int demonyms = entity.getDemonymMentions();
        int only = demonyms > 0 && demonyms == entity.getMentions() ? 1 : 0;
        count.setDemonymCount(count.getDemonymCount() + demonyms);
        count.setDemonymOnlyArticles(count.getDemonymOnlyArticles() + only);
        if (unique) {
            count.setUniqueDemonymCount(count.getUniqueDemonymCount() + demonyms);
            count.setUniqueDemonymOnlyArticles(count.getUniqueDemonymOnlyArticles() + only);
            count.setUniqueCount(count.getUniqueCount() + entity.getMentions());
            count.setUniqueArticles(count.getUniqueArticles() + 1);
        }
    }

    private Found find(ArticleSearch search) {
        List<Posting> wanted = postings(search);
        Posting first = wanted.get(0);
        Found found = new Found();
        disk.scan(Places.postings(first), start(first, search), (place, nothing) -> {
            Instant time = Places.timeOfPosting(place, first);
            if (search.from() != null && time.isBefore(search.from())) {
                return false;
            }
            if (found.uris.size() == search.limit() || found.lookedAt == MOST_LOOKED_AT) {
                found.next = cursor(place, first);
                return false;
            }
            found.lookedAt++;
            String uri = Places.keyOfPosting(place, first);
            if (wanted.stream().skip(1).allMatch(other -> disk.has(Places.posting(other, time, uri)))) {
                found.uris.add(uri);
            }
            return true;
        });
        return found;
    }

    private static byte[] start(Posting first, ArticleSearch search) {
        byte[] all = Places.postings(first);
        if (search.before() != null) {
            byte[] rest = rest(search.before());
            byte[] place = Arrays.copyOf(all, all.length + rest.length);
            System.arraycopy(rest, 0, place, all.length, rest.length);
            return place;
        }
        return search.to() == null
                ? all
                : Places.postingsFrom(first, search.to().minusMillis(1));
    }

    /** What stands behind the term, so that nobody can go on among other postings than those asked for. */
    private static String cursor(byte[] place, Posting first) {
        int from = Places.postings(first).length;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(place, from, place.length));
    }

    private static byte[] rest(String cursor) {
        try {
            byte[] rest = Base64.getUrlDecoder().decode(cursor);
            if (rest.length < Long.BYTES) {
                throw new IllegalArgumentException("too short");
            }
            return rest;
        } catch (IllegalArgumentException foreign) {
            throw new SettingException("before", cursor, "next of the answer before, as it came");
        }
    }

    /** What is asked for, the one that finds the fewest first as a rule. */
    private static List<Posting> postings(ArticleSearch search) {
        List<Posting> postings = new ArrayList<>();
        add(postings, Posting.ENTITY, search.entity());
        add(postings, Posting.SUBJECT, search.subject());
        add(postings, Posting.SOURCE, search.source());
        add(postings, Posting.LANGUAGE, search.language());
        if (postings.isEmpty()) {
            postings.add(new Posting(Posting.ANY_ARTICLE, ""));
        }
        return postings;
    }

    private static void add(List<Posting> postings, char kind, @Nullable String term) {
        if (term != null) {
            postings.add(new Posting(kind, term));
        }
    }

    private static final class Found {
        private final List<String> uris = new ArrayList<>();
        private int lookedAt;
        private @Nullable String next;
    }
}
