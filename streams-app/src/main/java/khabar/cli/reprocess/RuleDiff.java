package khabar.cli.reprocess;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import khabar.language.Analysis;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.Mention;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Subject;

/** Collects what articles gain and lose under the present rules. */
public final class RuleDiff {
    private static final int WIDTH = 60;

    private final TextCore core;
    private final int samples;
    private final Map<String, Change> changes = new HashMap<>();
    private final List<String> sample = new ArrayList<>();
    private long articles;
    private long changed;

    /** A difference against the given core that keeps so many changed articles to show. */
    public RuleDiff(TextCore core, int samples) {
        this.core = core;
        this.samples = samples;
    }

    /** Of one entity or subject: articles that gain or lose it, and mentions or pieces of evidence. */
    private static final class Change {
        private long gained;
        private long lost;
        private long count;
    }

    /** Takes in an article as it was enriched. */
    public void add(EnrichedArticle article) {
        Map<String, Integer> before = said(article);
        Map<String, Integer> now = said(core.analyze(
                new Document(article.getHeadline(), article.getLead(), article.getBody(), article.getLanguage())));
        articles++;
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        StringBuilder difference = new StringBuilder();
        for (String id : ids) {
            int change = now.getOrDefault(id, 0) - before.getOrDefault(id, 0);
            if (change != 0) {
                note(id, before.containsKey(id), now.containsKey(id), change);
                difference.append(String.format(Locale.ROOT, "  %+d %s", change, id));
            }
        }
        if (!difference.isEmpty()) {
            changed++;
            if (sample.size() < samples) {
                sample.add(article.getUri() + difference + "  " + headline(article));
            }
        }
    }

    /** Prints the entities and subjects that change, those in most articles first, and some articles. */
    public void print(PrintStream out) {
        Comparator<Map.Entry<String, Change>> most =
                Comparator.comparingLong(entry -> -(entry.getValue().gained + entry.getValue().lost));
        changes.entrySet().stream()
                .sorted(most.thenComparing(Map.Entry::getKey))
                .forEach(entry -> out.println(line(entry.getKey(), entry.getValue())));
        sample.forEach(out::println);
        out.println("stale=%d would-change=%d rules=%s".formatted(articles, changed, core.ruleSetVersion()));
    }

    private void note(String id, boolean was, boolean is, int change) {
        Change noted = changes.computeIfAbsent(id, unknown -> new Change());
        noted.gained += was ? 0 : 1;
        noted.lost += is ? 0 : 1;
        noted.count += change;
    }

    private String line(String id, Change change) {
        return String.format(
                Locale.ROOT,
                "%s  articles +%d -%d  count %+d  %s",
                id,
                change.gained,
                change.lost,
                change.count,
                name(id));
    }

    private String name(String id) {
        Map<String, String> names =
                core.entity(id).map(entity -> entity.names()).orElseGet(() -> core.subjectNames(id));
        return names.getOrDefault("fa", names.values().stream().findFirst().orElse(""));
    }

    private static Map<String, Integer> said(EnrichedArticle article) {
        Map<String, Integer> said = new TreeMap<>();
        article.getEntities().forEach(entity -> said.put(entity.getEntityId(), entity.getMentions()));
        for (Subject subject : article.getSubjects()) {
            said.put(subject.getCode(), subject.getEvidence().size());
        }
        return said;
    }

    private static Map<String, Integer> said(Analysis analysis) {
        Map<String, Integer> said = new TreeMap<>();
        analysis.mentions().stream()
                .filter(Mention::counted)
                .forEach(mention -> said.merge(mention.entity().id(), 1, Integer::sum));
        analysis.subjects()
                .forEach(subject -> said.put(subject.code(), subject.evidence().size()));
        return said;
    }

    private static String headline(EnrichedArticle article) {
        String headline = article.getDisplayHeadline() == null ? "" : article.getDisplayHeadline();
        return headline.length() <= WIDTH ? headline : headline.substring(0, WIDTH) + "…";
    }
}
