package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabar.feed.article.FieldMap;
import khabar.feed.article.NamedTexts;
import khabar.feed.article.Texts;
import khabar.language.evaluate.Confusion;
import khabar.language.evaluate.HalfSpaceScore;
import khabar.language.evaluate.HalfSpaceScore.Defect;
import khabar.language.evaluate.Score;
import khabar.language.evaluate.Tally;
import khabar.language.script.LanguageDetector;

/** Half-spaces: taken out of articles that have them, restored, and compared with the articles. */
public final class HalfSpaceMeasure implements Measure {
    private final FieldMap fields;
    private final LanguageDetector detector = new LanguageDetector();
    private final HalfSpaceScore deleted = new HalfSpaceScore(Defect.DELETED);
    private final HalfSpaceScore spaced = new HalfSpaceScore(Defect.SPACED);
    private long texts;
    private long otherLanguages;

    /** Reads the texts of articles by the map. */
    public HalfSpaceMeasure(FieldMap fields) {
        this.fields = fields;
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        Texts found = NamedTexts.of(row, fields).texts();
        List<String> all = Stream.of(found.headline(), found.lead(), found.body())
                .flatMap(Stream::ofNullable)
                .toList();
        if (all.isEmpty()) {
            throw new UnusableRow("title, lead, body", "none", "at least one text");
        }
        if (!detector.isPersian(String.join("\n", all))) {
            otherLanguages++;
            return;
        }
        texts++;
        all.forEach(deleted::add);
        all.forEach(spaced::add);
    }

    @Override
    public Report report(int confusions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("Persian articles", texts);
        counts.put("articles in other languages, left out", otherLanguages);
        Map<String, Tally> classes = new LinkedHashMap<>();
        classes.put("deleted", tally(deleted.score()));
        classes.put("replaced by a space", tally(spaced.score()));
        Tally total = classes.values().stream().reduce(Tally.NONE, Tally::plus);
        List<Confusion> worst = Stream.concat(confusions("", deleted.score()), confusions(" ", spaced.score()))
                .sorted(java.util.Comparator.comparingLong(Confusion::times).reversed())
                .limit(confusions)
                .toList();
        return new Report(
                "halfspace",
                counts,
                List.of(new Report.Table("words with a half-space before or after", classes, total)),
                Map.of(),
                worst);
    }

    private static Tally tally(Score score) {
        return new Tally(score.right(), score.wrong(), score.missed());
    }

    /** What the defect made of the word is the example. */
    private static Stream<Confusion> confusions(String replacement, Score score) {
        return score.confusions().stream()
                .map(confusion -> new Confusion(
                        confusion.expected(),
                        confusion.found(),
                        confusion.times(),
                        confusion.expected().replace("\u200c", replacement)));
    }
}
