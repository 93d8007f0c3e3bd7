package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.entity.EntityType;
import khabar.language.entity.Mention;
import khabar.language.evaluate.LabelledMention;
import khabar.language.evaluate.MentionScore;
import khabar.language.evaluate.Tally;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;

/** Mentions against the spans that people marked. Mentions within a longer one are left out. */
public final class MentionMeasure implements Measure {
    /** How corpora call what is a person, a place or an organisation here. */
    private static final Map<String, EntityType> KNOWN = Map.ofEntries(
            Map.entry("PER", EntityType.PERSON),
            Map.entry("PERS", EntityType.PERSON),
            Map.entry("PERSON", EntityType.PERSON),
            Map.entry("LOC", EntityType.PLACE),
            Map.entry("LOCATION", EntityType.PLACE),
            Map.entry("GPE", EntityType.PLACE),
            Map.entry("PLACE", EntityType.PLACE),
            Map.entry("ORG", EntityType.ORGANISATION),
            Map.entry("ORGANIZATION", EntityType.ORGANISATION),
            Map.entry("ORGANISATION", EntityType.ORGANISATION));

    private static final String LEFT_OUT = "none";

    private final TextCore core;
    private final Map<String, String> types = new TreeMap<>();
    private final MentionScore score = new MentionScore();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long texts;

    /**
     * Measures with the given core.
     *
     * @param mapping type of the file to one of ours, or to {@code none}; beside the usual names
     */
    public MentionMeasure(TextCore core, Map<String, String> mapping) {
        this.core = core;
        KNOWN.forEach((theirs, ours) -> types.put(theirs, ours.name()));
        mapping.forEach((theirs, ours) -> {
            String type = ours.toUpperCase(Locale.ROOT);
            if (ours.equals(LEFT_OUT)) {
                types.remove(theirs.toUpperCase(Locale.ROOT));
            } else if (Arrays.stream(EntityType.values())
                    .anyMatch(known -> known.name().equals(type))) {
                types.put(theirs.toUpperCase(Locale.ROOT), type);
            } else {
                throw new SettingException(
                        "--map", theirs + "=" + ours, "TYPE=person, place, organisation, event, product or none");
            }
        });
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        LabelledText labelled = LabelledText.of(row);
        List<LabelledMention> expected = labelled.mapped(this::type);
        labelled.mentions().stream()
                .filter(mention -> type(mention.type()) == null)
                .forEach(mention -> leftOut.merge(mention.type(), 1L, Long::sum));
        texts++;
        score.add(labelled.text(), expected, found(labelled.text()));
    }

    private @Nullable String type(String theirs) {
        return types.get(theirs.toUpperCase(Locale.ROOT));
    }

    private List<LabelledMention> found(String text) {
        Set<String> measured = Set.copyOf(types.values());
        return core.analyze(new Document(null, null, text, null)).mentions().stream()
                .filter(mention -> mention.nestedIn() == Mention.TOP_LEVEL)
                .filter(mention -> measured.contains(mention.entity().type().name()))
                .map(mention -> new LabelledMention(
                        mention.span().start(),
                        mention.span().end(),
                        mention.entity().type().name()))
                .toList();
    }

    @Override
    public Report report(int confusions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("texts", texts);
        counts.put("mentions expected", score.total().expected());
        leftOut.forEach((type, count) -> counts.put("of type " + type + ", left out", count));
        return new Report(
                "mentions",
                counts,
                List.of(
                        new Report.Table("exact span and type", lowerCase(score.byType()), score.total()),
                        new Report.Table("exact span, any type", Map.of("any type", score.spans()), score.spans())),
                Map.of(),
                score.worst(confusions));
    }

    private static Map<String, Tally> lowerCase(Map<String, Tally> byType) {
        Map<String, Tally> renamed = new LinkedHashMap<>();
        byType.forEach((type, tally) -> renamed.put(type.toLowerCase(Locale.ROOT), tally));
        return renamed;
    }
}
