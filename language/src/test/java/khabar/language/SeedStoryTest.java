package khabar.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabar.language.entity.Mention;
import khabar.language.subject.Evidence;
import khabar.language.subject.TaggedSubject;
import org.junit.jupiter.api.Test;

/** Both seed articles come out as a careful analyst annotated them by hand. */
final class SeedStoryTest {
    private static final TextCore CORE = TextCore.shipped();

    @Test
    void everyMentionOfTheAnnotationIsFoundAndNoOther() {
        for (SeedArticle article : SeedArticle.both()) {
            List<String> expected = new ArrayList<>();
            for (JsonNode mention : article.mentions()) {
                expected.add(String.join(
                        " ",
                        mention.get("text").asText() + ":"
                                + mention.get("start").asText() + "-"
                                + mention.get("end").asText(),
                        mention.get("surface").asText(),
                        mention.get("entity").asText(),
                        mention.get("type").asText(),
                        "in " + mention.get("nestedIn").asText(),
                        mention.get("counted").asBoolean() ? "counted" : "shown"));
            }
            assertThat(mentionLines(article)).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> mentionLines(SeedArticle article) {
        List<String> lines = new ArrayList<>();
        for (Mention mention : CORE.analyze(article.document()).mentions()) {
            lines.add(String.join(
                    " ",
                    mention.span().text() + ":" + mention.span().start() + "-"
                            + mention.span().end(),
                    mention.surfaceForm(),
                    mention.entity().id(),
                    mention.entity().type().name(),
                    "in " + mention.nestedIn(),
                    mention.counted() ? "counted" : "shown"));
        }
        return lines;
    }

    @Test
    void theSurfaceFormsStandAsOftenAsPeopleCountThem() {
        Map<String, Integer> surfaces = new TreeMap<>();
        Map<String, Integer> counted = new TreeMap<>();
        for (SeedArticle article : SeedArticle.both()) {
            for (Mention mention : CORE.analyze(article.document()).mentions()) {
                surfaces.merge(mention.surfaceForm(), 1, Integer::sum);
                if (mention.counted()) {
                    counted.merge(mention.entity().id(), 1, Integer::sum);
                }
            }
        }
        assertThat(surfaces)
                .containsEntry("\u0633\u0648\u0631\u06cc\u0647", 20)
                .containsEntry("\u0631\u0648\u0633\u06cc\u0647", 14)
                .containsEntry("\u0627\u06cc\u0631\u0627\u0646", 6)
                .containsEntry("\u0644\u0627\u0648\u0631\u0648\u0641", 8);
        assertThat(counted)
                .containsEntry("Q858", 20)
                .containsEntry("Q159", 14)
                .containsEntry("Q794", 6)
                .containsEntry("Q58217", 8);
    }

    @Test
    void theSubjectsOfTheAnnotationAreTaggedAndNoneThatItDoesNotAllow() {
        for (SeedArticle article : SeedArticle.both()) {
            List<String> must = new ArrayList<>();
            List<String> may = new ArrayList<>();
            article.subjects().get("must").forEach(code -> must.add(code.asText()));
            article.subjects().get("may").forEach(code -> may.add(code.asText()));
            may.addAll(must);
            List<String> tagged = CORE.analyze(article.document()).subjects().stream()
                    .map(TaggedSubject::code)
                    .toList();
            assertThat(tagged).containsAll(must).isSubsetOf(may);
        }
    }

    @Test
    void theEvidenceOfASubjectStandsInTheText() {
        for (SeedArticle article : SeedArticle.both()) {
            for (TaggedSubject subject : CORE.analyze(article.document()).subjects()) {
                assertThat(subject.score()).isBetween(0.0, 1.0);
                for (Evidence evidence : subject.evidence()) {
                    String text = article.document().texts().get(evidence.span().text());
                    String quoted = text.substring(
                            evidence.span().start(), evidence.span().end());
                    assertThat(quoted).startsWith(evidence.term().substring(0, 2));
                }
            }
        }
    }
}
