package khabar.audit.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khabar.language.Analysis;
import khabar.language.entity.FoundBy;
import khabar.language.entity.Mention;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Subject;

/**
 * What one article says.
 *
 * @param entities mentions that count, by entity id
 * @param demonyms those of them that are demonyms, by entity id; nothing of an entity that has none
 * @param subjects pieces of evidence, by subject code
 */
public record Said(Map<String, Long> entities, Map<String, Long> demonyms, Map<String, Long> subjects) {
    /** Mentions that count. */
    public long mentions() {
        return entities.values().stream().mapToLong(Long::longValue).sum();
    }

    static Said of(Analysis analysis) {
        return new Said(
                byEntity(analysis, Mention::counted),
                byEntity(analysis, mention -> mention.counted() && mention.foundBy() == FoundBy.DEMONYM),
                analysis.subjects().stream().collect(Collectors.toMap(subject -> subject.code(), subject ->
                        (long) subject.evidence().size())));
    }

    private static Map<String, Long> byEntity(Analysis analysis, Predicate<Mention> wanted) {
        return analysis.mentions().stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(mention -> mention.entity().id(), TreeMap::new, Collectors.counting()));
    }

    static Said of(EnrichedArticle article) {
        Map<String, Long> entities = new TreeMap<>();
        Map<String, Long> demonyms = new TreeMap<>();
        article.getEntities().forEach(entity -> {
            entities.put(entity.getEntityId(), (long) entity.getMentions());
            if (entity.getDemonymMentions() > 0) {
                demonyms.put(entity.getEntityId(), (long) entity.getDemonymMentions());
            }
        });
        return new Said(
                entities, demonyms, article.getSubjects().stream().collect(Collectors.toMap(Subject::getCode, subject ->
                        (long) subject.getEvidence().size())));
    }
}
