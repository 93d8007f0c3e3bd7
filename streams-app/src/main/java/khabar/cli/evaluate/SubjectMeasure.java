package khabar.cli.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabar.feed.article.FieldMap;
import khabar.feed.article.NamedTexts;
import khabar.feed.article.Texts;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.evaluate.SubjectScore;
import khabar.language.evaluate.Tally;
import khabar.language.subject.TaggedSubject;
import khabar.settings.SettingException;

/** Subjects against the category of each article, where the user says which subject a category is. */
public final class SubjectMeasure implements Measure {
    private static final Pattern CODE = Pattern.compile("medtop:\\d{8}");
    private static final String TOP = "000000";

    private final TextCore core;
    private final FieldMap fields;
    private final String label;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();
    private final Set<String> candidates;
    private final SubjectScore amongMapped = new SubjectScore();
    private final SubjectScore amongAll = new SubjectScore();
    private final Map<String, Long> leftOut = new TreeMap<>();

    /**
     * Measures with the given core.
     *
     * @param label the field with the category
     * @param mapping category to its subject, or to several that it may be, separated by commas
     */
    public SubjectMeasure(TextCore core, FieldMap fields, String label, Map<String, String> mapping) {
        this.core = core;
        this.fields = fields;
        this.label = label;
        mapping.forEach((category, subjects) -> codes.put(category, codes(category, subjects)));
        candidates = codes.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    private List<String> codes(String category, String subjects) {
        List<String> found =
                Arrays.stream(subjects.split(",")).map(String::strip).toList();
        for (String code : found) {
            if (!CODE.matcher(code).matches() || core.subjectNames(code).isEmpty()) {
                throw new SettingException(
                        "--map", category + "=" + subjects, "category=medtop:12345678, a subject that the rules know");
            }
        }
        return found;
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        String category = row.path(label).asText("");
        List<String> allowed = codes.get(category);
        if (allowed == null) {
            leftOut.merge(category.isEmpty() ? "none" : category, 1L, Long::sum);
            return;
        }
        NamedTexts named = NamedTexts.of(row, fields);
        if (named.wrong().isPresent()) {
            throw new UnusableRow("title, lead, body", "none", "at least one text");
        }
        Texts texts = named.texts();
        Document document = new Document(texts.headline(), texts.lead(), texts.body(), texts.language());
        List<TaggedSubject> subjects = core.analyze(document).subjects();
        String example = String.join(" ", document.texts()).strip();
        amongMapped.add(example, allowed, subjects, candidates);
        amongAll.add(example, allowed, subjects, topLevels(subjects));
    }

    /** The subjects of the top level, and the candidates below it. */
    private Set<String> topLevels(List<TaggedSubject> subjects) {
        return subjects.stream()
                .map(TaggedSubject::code)
                .filter(code -> code.endsWith(TOP) || candidates.contains(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Report report(int confusions) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", amongMapped.texts());
        counts.put(
                "articles of categories without --map, left out",
                leftOut.values().stream().mapToLong(Long::longValue).sum());
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("accuracy: the strongest of the mapped subjects is the right one", amongMapped.accuracy());
        shares.put("accuracy: the strongest of all top-level subjects is the right one", amongAll.accuracy());
        shares.put("the right subject is among those tagged", amongMapped.tagged());
        return new Report(
                "subjects",
                counts,
                List.of(table("strongest of the mapped subjects", amongMapped), table("strongest of all", amongAll)),
                shares,
                amongMapped.worst(confusions));
    }

    private Report.Table table(String name, SubjectScore score) {
        Map<String, Tally> classes = new LinkedHashMap<>();
        score.byCode().forEach((code, tally) -> {
            if (candidates.contains(code)) {
                classes.put(code + " " + core.subjectNames(code).getOrDefault("en", ""), tally);
            }
        });
        Tally total = score.byCode().values().stream().reduce(Tally.NONE, Tally::plus);
        return new Report.Table(name, classes, total);
    }
}
