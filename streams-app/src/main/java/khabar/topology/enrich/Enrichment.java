package khabar.topology.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabar.language.Analysis;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.FoundBy;
import khabar.language.sketch.Sketcher;
import khabar.rules.RuleBook;
import khabar.schemas.Article;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.PubStatus;
import khabar.schemas.Span;
import khabar.schemas.Subject;
import khabar.schemas.SubjectEvidence;
import khabar.schemas.TextField;
import khabar.topology.revision.Enriched;
import khabar.topology.revision.Winner;
import org.jspecify.annotations.Nullable;

/** Runs the text core over a winning revision. A retraction is not analyzed: it says nothing any more. */
final class Enrichment {
    /** In the order of {@link Document#texts()}. */
    private static final List<TextField> FIELDS = List.of(TextField.HEADLINE, TextField.LEAD, TextField.BODY);

    private static final Comparator<NamedEntity> MOST_MENTIONED =
            Comparator.comparingInt(NamedEntity::getMentions).reversed().thenComparing(NamedEntity::getEntityId);

    private final RuleBook rules;
    private final Sketcher sketcher;

    Enrichment(RuleBook rules, Sketcher sketcher) {
        this.rules = rules;
        this.sketcher = sketcher;
    }

    /** What the text core says of an article under the rules in force; null where it is a retraction. */
    @Nullable
    Reading read(Article article) {
        return read(article, rules.current().core());
    }

    private @Nullable Reading read(Article article, TextCore core) {
        if (article.getPubStatus() != PubStatus.USABLE) {
            return null;
        }
        Analysis analysis = core.analyze(
                new Document(article.getHeadline(), article.getLead(), article.getBody(), article.getLanguage()));
        return new Reading(
                core,
                analysis.language(),
                displays(article, analysis),
                analysis.subjects().stream().map(Enrichment::subject).toList(),
                entities(analysis),
                analysis.mentions().stream().map(Enrichment::mention).toList(),
                sketcher.sketch(analysis.tokens()).orElse(null));
    }

    /** The winner with everything that was found in it: what was read ahead, where that was under the rules in force. */
    Enriched enrich(Winner winner, @Nullable Reading ahead) {
        Article article = winner.article();
        // Taken once: an article is enriched under one rule set, whatever comes meanwhile.
        TextCore core = rules.current().core();
        EnrichedArticle.Builder enriched = EnrichedArticle.newBuilder()
                .setUri(article.getUri())
                .setVersion(winner.rank().version())
                .setVersionCreated(article.getVersionCreated())
                .setPublishedAt(article.getPublishedAt())
                .setIngestedAt(winner.ingestedAt())
                .setPubStatus(article.getPubStatus())
                .setSource(article.getSource())
                .setUrl(article.getUrl())
                .setHeadline(article.getHeadline())
                .setLead(article.getLead())
                .setBody(article.getBody())
                .setRuleSetVersion(core.ruleSetVersion())
                .setAttributes(article.getAttributes())
                .setLanguage("und");
        Reading reading = ahead != null && ahead.core() == core ? ahead : read(article, core);
        if (reading != null) {
            describe(enriched, reading);
        }
        return Enriched.of(winner, enriched.build(), reading == null ? null : reading.sketch());
    }

    private static void describe(EnrichedArticle.Builder enriched, Reading reading) {
        enriched.setLanguage(reading.language().language())
                .setLanguageConfidence(reading.language().confidence())
                .setScript(reading.language().script())
                .setDisplayHeadline(reading.displays().get(Document.HEADLINE))
                .setDisplayLead(reading.displays().get(Document.LEAD))
                .setDisplayBody(reading.displays().get(Document.BODY))
                .setSubjects(reading.subjects())
                .setEntities(reading.entities())
                .setMentions(reading.mentions());
    }

    private static List<@Nullable String> displays(Article article, Analysis analysis) {
        List<@Nullable String> displays = new ArrayList<>();
        displays.add(display(analysis, Document.HEADLINE, article.getHeadline()));
        displays.add(display(analysis, Document.LEAD, article.getLead()));
        displays.add(display(analysis, Document.BODY, article.getBody()));
        return displays;
    }

    private static @Nullable String display(Analysis analysis, int text, @Nullable String original) {
        return original == null ? null : analysis.texts().get(text).display();
    }

    private static List<NamedEntity> entities(Analysis analysis) {
        Map<String, NamedEntity> byId = new LinkedHashMap<>();
        for (khabar.language.entity.Mention mention : analysis.mentions()) {
            if (mention.counted()) {
                NamedEntity entity = byId.computeIfAbsent(
                        mention.entity().id(),
                        id -> new NamedEntity(
                                id, typeName(mention), mention.entity().names(), 0, 0));
                entity.setMentions(entity.getMentions() + 1);
                if (mention.foundBy() == FoundBy.DEMONYM) {
                    entity.setDemonymMentions(entity.getDemonymMentions() + 1);
                }
            }
        }
        return byId.values().stream().sorted(MOST_MENTIONED).toList();
    }

    private static String typeName(khabar.language.entity.Mention mention) {
        return mention.entity().type().name().toLowerCase(Locale.ROOT);
    }

    private static Mention mention(khabar.language.entity.Mention found) {
        return new Mention(
                found.entity().id(),
                span(found.span()),
                found.surfaceForm(),
                found.foundBy().name().toLowerCase(Locale.ROOT),
                found.confidence(),
                found.nestedIn() == khabar.language.entity.Mention.TOP_LEVEL ? null : found.nestedIn(),
                found.counted());
    }

    private static Subject subject(khabar.language.subject.TaggedSubject tagged) {
        return new Subject(
                tagged.code(),
                tagged.names(),
                tagged.score(),
                tagged.evidence().stream()
                        .map(evidence -> new SubjectEvidence(span(evidence.span()), evidence.term()))
                        .toList());
    }

    private static Span span(khabar.language.normalize.Span span) {
        return new Span(FIELDS.get(span.text()), span.start(), span.end());
    }
}
