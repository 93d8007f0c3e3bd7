package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.feed.article.FieldMap;
import khabar.feed.article.NamedTexts;
import khabar.feed.article.Texts;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.evaluate.Tally;
import khabar.language.evaluate.duplicate.DuplicateScore;
import khabar.topology.duplicate.DuplicateOptions;

/** Near-duplicates: edited copies of the articles of a file, and articles of the file that repeat each other. */
public final class DuplicateMeasure implements Measure {
    private final FieldMap fields;
    private final DuplicateScore score;

    /** Measures with the given core and options, reading the texts of articles by the map. */
    public DuplicateMeasure(TextCore core, DuplicateOptions options, FieldMap fields) {
        this.fields = fields;
        this.score = new DuplicateScore(options.sketcher(), options.likeness(), core::tokens);
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        NamedTexts named = NamedTexts.of(row, fields);
        if (named.wrong().isPresent()) {
            throw new UnusableRow("title, lead, body", "none", "at least one text");
        }
        Texts texts = named.texts();
        score.add(new Document(texts.headline(), texts.lead(), texts.body(), texts.language()));
    }

    @Override
    public Report report(int confusions) {
        score.decide();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", score.articles());
        counts.put("articles with enough words to be compared", score.sketched());
        counts.put("articles that repeat an earlier one of the file, as they are", score.repeated());
        counts.put("sketches made in a second", Math.round(score.sketchesPerSecond()));
        Map<String, Tally> byEdit = score.byEdit();
        Tally total = byEdit.values().stream().reduce(Tally.NONE, Tally::plus);
        return new Report(
                "duplicates",
                counts,
                List.of(new Report.Table("edited copies, recognised as of their own article", byEdit, total)),
                Map.of(),
                score.alike(confusions));
    }
}
