package khabar.topology.alert;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabar.language.TextCore;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;
import khabar.language.phrase.FoundPhrase;
import khabar.language.phrase.PhraseFinder;
import khabar.schemas.AlertKind;
import khabar.schemas.EnrichedArticle;
import khabar.topology.trend.Followed;
import org.jspecify.annotations.Nullable;

/**
 * Many rules, prepared so that an article or a trend looks only at those that it may meet: each rule is
 * filed under what is rarest among what it asks for, and all words of all rules are looked for in one
 * pass over the text. Immutable and safe for many threads.
 */
public final class AlertRules {
    private static final String ANY_TREND = "";

    private final TextCore core;
    private final Normalizer keys = new Normalizer(Profile.SEARCH_KEY);
    private final Map<String, AlertRule> byId = new LinkedHashMap<>();
    private final List<AlertRule> rules = new ArrayList<>();
    private final List<Set<String>> sourceKeys = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final @Nullable PhraseFinder finder;
    private final Map<String, List<Integer>> byPhrase = new HashMap<>();
    private final Map<String, List<Integer>> byEntity = new HashMap<>();
    private final Map<String, List<Integer>> bySubject = new HashMap<>();
    private final Map<String, List<Integer>> bySource = new HashMap<>();
    private final Map<String, List<Integer>> byLanguage = new HashMap<>();
    private final Map<String, List<AlertRule>> trends = new HashMap<>();

    /** The given rules, of which every id may occur once, over the given text core. */
    public AlertRules(Collection<AlertRule> given, TextCore core) {
        this.core = core;
        Map<String, Integer> numbers = new HashMap<>();
        for (AlertRule rule : given) {
            byId.put(rule.id(), rule);
            if (rule.kind() == AlertKind.TREND) {
                (rule.entities().isNothing() ? Stream.of(ANY_TREND) : rule.entities().stream())
                        .forEach(id -> trends.computeIfAbsent(id, none -> new ArrayList<>())
                                .add(rule));
            } else {
                rule.words().stream()
                        .forEach(phrase -> numbers.computeIfAbsent(phrase, unknown -> {
                            phrases.add(phrase);
                            return phrases.size() - 1;
                        }));
                file(rule);
            }
        }
        finder = phrases.isEmpty() ? null : core.phraseFinder(phrases);
    }

    private void file(AlertRule rule) {
        int number = rules.size();
        Set<String> sources = rule.sources().stream().map(this::sourceKey).collect(Collectors.toSet());
        rules.add(rule);
        sourceKeys.add(sources);
        Map<String, List<Integer>> index;
        Collection<String> anchors;
        if (!rule.words().isNothing()) {
            index = byPhrase;
            anchors = rule.words().anchors();
        } else if (!rule.entities().isNothing()) {
            index = byEntity;
            anchors = rule.entities().anchors();
        } else if (!rule.subjects().isNothing()) {
            index = bySubject;
            anchors = rule.subjects().anchors();
        } else if (!sources.isEmpty()) {
            index = bySource;
            anchors = sources;
        } else {
            index = byLanguage;
            anchors = rule.languages();
        }
        anchors.forEach(anchor ->
                index.computeIfAbsent(anchor, none -> new ArrayList<>()).add(number));
    }

    /** How many there are. */
    public int size() {
        return byId.size();
    }

    /** Whether there is a rule of that id. */
    boolean has(String ruleId) {
        return byId.containsKey(ruleId);
    }

    /** The rules that an article meets, in the order in which they were given. */
    List<Matched> metBy(EnrichedArticle article) {
        if (rules.isEmpty()) {
            return List.of();
        }
        ArticleView view = new ArticleView(article, sourceKey(article.getSource()), core);
        if (finder != null) {
            for (FoundPhrase found : finder.find(Stream.of(article.getHeadline(), article.getLead(), article.getBody())
                    .map(text -> text == null ? "" : text)
                    .toList())) {
                view.found(phrases.get(found.phrase()), found);
            }
        }
        List<Matched> met = new ArrayList<>();
        candidates(view).stream()
                .filter(number -> view.meets(rules.get(number), sourceKeys.get(number)))
                .forEach(number -> met.add(new Matched(rules.get(number), view.evidence(rules.get(number)))));
        return met;
    }

    /** The rules that a trend meets which has begun. */
    List<AlertRule> metBy(Followed trend) {
        return Stream.of(trend.key().id(), ANY_TREND)
                .flatMap(anchor -> trends.getOrDefault(anchor, List.of()).stream())
                .filter(rule -> rule.types().isEmpty() || rule.types().contains(trend.type()))
                .filter(rule -> rule.windows().isEmpty()
                        || rule.windows().contains(trend.key().size()))
                .filter(rule -> trend.standing().score() >= rule.minScore())
                .toList();
    }

    private BitSet candidates(ArticleView view) {
        BitSet numbers = new BitSet(rules.size());
        collect(byPhrase, view.phrases(), numbers);
        collect(byEntity, view.entities(), numbers);
        collect(bySubject, view.subjects(), numbers);
        collect(bySource, Set.of(view.sourceKey()), numbers);
        collect(byLanguage, view.languages(), numbers);
        return numbers;
    }

    private static void collect(Map<String, List<Integer>> index, Set<String> there, BitSet numbers) {
        if (!index.isEmpty()) {
            there.forEach(one -> index.getOrDefault(one, List.of()).forEach(numbers::set));
        }
    }

    /** Sources are compared by their match keys, so that Arabic and Persian letters meet. */
    private String sourceKey(@Nullable String source) {
        return source == null ? "" : keys.normalize(source).key().strip();
    }
}
