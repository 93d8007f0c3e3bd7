package khabar.audit.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabar.language.Analysis;
import khabar.language.entity.Mention;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Subject;

/**
 * What one article says.
 *
 * @param entities mentions that count, by entity id
 * @param subjects pieces of evidence, by subject code
 */
public record Said(Map<String, Long> entities, Map<String, Long> subjects) {
    /** Mentions that count. */
    public long mentions() {
        return entities.values().stream().mapToLong(Long::longValue).sum();
    }

    static Said of(Analysis analysis) {
        return new Said(
                analysis.mentions().stream()
                        .filter(Mention::counted)
                        .collect(Collectors.groupingBy(
                                mention -> mention.entity().id(), TreeMap::new, Collectors.counting())),
                analysis.subjects().stream().collect(Collectors.toMap(subject -> subject.code(), subject ->
                        (long) subject.evidence().size())));
    }

    static Said of(EnrichedArticle article) {
        Map<String, Long> entities = new TreeMap<>();
        article.getEntities().forEach(entity -> entities.put(entity.getEntityId(), (long) entity.getMentions()));
        return new Said(entities, article.getSubjects().stream().collect(Collectors.toMap(Subject::getCode, subject ->
                (long) subject.getEvidence().size())));
    }
}
