package khabar.topology.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabar.language.TextCore;
import khabar.language.phrase.FoundPhrase;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.Span;
import khabar.schemas.Subject;
import khabar.schemas.SubjectEvidence;
import khabar.schemas.TextField;

/** What rules ask of an article, looked up once for all of them. */
final class ArticleView {
    private static final int MOST_EVIDENCE = 20;
    private static final List<TextField> FIELDS = List.of(TextField.HEADLINE, TextField.LEAD, TextField.BODY);
    private static final Comparator<SubjectEvidence> BY_PLACE = Comparator.comparing(
                    (SubjectEvidence one) -> one.getSpan().getField())
            .thenComparing(one -> one.getSpan().getStart())
            .thenComparing(one -> one.getSpan().getEnd());

    private final EnrichedArticle article;
    private final String sourceKey;
    private final Set<String> entities = new HashSet<>();
    /** By code: the tagged subjects that are it or narrower. */
    private final Map<String, List<Subject>> subjects = new HashMap<>();

    private final Map<String, List<Span>> phrases = new HashMap<>();

    ArticleView(EnrichedArticle article, String sourceKey, TextCore core) {
        this.article = article;
        this.sourceKey = sourceKey;
        for (NamedEntity entity : article.getEntities()) {
            entities.add(entity.getEntityId());
        }
        for (Subject subject : article.getSubjects()) {
            addSubject(subject.getCode(), subject);
            core.broaderSubjects(subject.getCode()).forEach(broader -> addSubject(broader, subject));
        }
    }

    private void addSubject(String code, Subject subject) {
        subjects.computeIfAbsent(code, unknown -> new ArrayList<>()).add(subject);
    }

    /** Notes where a phrase stands. */
    void found(String phrase, FoundPhrase place) {
        Span span = new Span(
                FIELDS.get(place.span().text()),
                place.span().start(),
                place.span().end());
        phrases.computeIfAbsent(phrase, unknown -> new ArrayList<>()).add(span);
    }

    Set<String> entities() {
        return entities;
    }

    /** Codes of the tagged subjects and of those that they are part of. */
    Set<String> subjects() {
        return subjects.keySet();
    }

    Set<String> phrases() {
        return phrases.keySet();
    }

    String sourceKey() {
        return sourceKey;
    }

    /** The language and what it is a kind of: fa-AF and fa. */
    Set<String> languages() {
        String tag = article.getLanguage().toLowerCase(Locale.ROOT);
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? Set.of(tag) : Set.of(tag, tag.substring(0, hyphen));
    }

    boolean meets(AlertRule rule, Set<String> sourceKeys) {
        return rule.entities().isMet(entities::contains)
                && rule.subjects().isMet(code -> isAbout(code, rule.minScore()))
                && rule.words().isMet(phrases::containsKey)
                && (rule.languages().isEmpty() || languages().stream().anyMatch(rule.languages()::contains))
                && (sourceKeys.isEmpty() || sourceKeys.contains(sourceKey));
    }

    private boolean isAbout(String code, double minScore) {
        return subjects.getOrDefault(code, List.of()).stream().anyMatch(subject -> subject.getScore() >= minScore);
    }

    /** What in the text meets the rule: the first places, in the order of the text. */
    List<SubjectEvidence> evidence(AlertRule rule) {
        Set<SubjectEvidence> evidence = new LinkedHashSet<>();
        rule.words().stream()
                .forEach(phrase -> phrases.getOrDefault(phrase, List.of())
                        .forEach(span -> evidence.add(new SubjectEvidence(span, phrase))));
        Set<String> wanted = new HashSet<>();
        rule.entities().stream().forEach(wanted::add);
        for (Mention mention : article.getMentions()) {
            if (mention.getCounted() && wanted.contains(mention.getEntityId())) {
                evidence.add(new SubjectEvidence(mention.getSpan(), mention.getSurfaceForm()));
            }
        }
        rule.subjects().stream()
                .forEach(code -> subjects.getOrDefault(code, List.of())
                        .forEach(subject -> evidence.addAll(subject.getEvidence())));
        return evidence.stream().sorted(BY_PLACE).limit(MOST_EVIDENCE).toList();
    }
}
