package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabar.language.evaluate.NormalizeScore;
import khabar.language.normalize.Normalizer;
import khabar.language.normalize.Profile;

/** Normalization against pairs of an input and what it should become. */
public final class NormalizeMeasure implements Measure {
    private static final String NO_CLASS = "changes";

    private final NormalizeScore score = new NormalizeScore();
    private final Normalizer normalizer;

    /** Measures the form of the given profile. */
    public NormalizeMeasure(Profile profile) {
        normalizer = new Normalizer(profile);
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        String input = Rows.text(row, "input");
        String expected = Rows.text(row, "expected");
        String found = normalizer.normalize(input).display();
        score.add(row.path("class").asText(NO_CLASS), input, expected, found);
        if (!normalizer.normalize(found).display().equals(found)) {
            score.addUnstable();
        }
    }

    @Override
    public Report report(int confusions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("pairs", score.texts());
        counts.put("right to the character", score.equal());
        counts.put("changed when normalized twice", score.unstable());
        double share = score.texts() == 0 ? 0 : (double) score.equal() / score.texts();
        return new Report(
                "normalize",
                counts,
                List.of(new Report.Table("changes of the input", score.byClass(), score.total())),
                Map.of("share of pairs right to the character", share),
                score.worst(confusions));
    }
}
