package khabar.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import khabar.cli.evaluate.Measure;
import khabar.cli.evaluate.Report;
import khabar.cli.evaluate.UnusableRow;
import khabar.feed.article.FieldMap;
import khabar.feed.article.NamedTexts;
import khabar.feed.article.Texts;
import khabar.language.Document;
import khabar.language.TextCore;
import khabar.language.evaluate.Reliability;
import khabar.language.evaluate.Tally;
import khabar.language.learned.LinearTrainer;
import khabar.settings.SettingException;

/** Gathers labelled articles, trains on them, and reports on those that each part of the training left out. */
final class SubjectTraining implements Measure {
    private static final Pattern CODE = Pattern.compile("medtop:\\d{1,8}");
    private static final int LEAST_ARTICLES = 20;
    private static final double TAGGED = 0.5;

    private final TextCore core;
    private final FieldMap fields = FieldMap.standard();
    private final String label;
    private final Map<String, String> codes = new TreeMap<>();
    private final LinearTrainer trainer;
    private final List<Set<String>> truth = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private byte[] model = {};

    SubjectTraining(TextCore core, String label, Map<String, String> mapping, LinearTrainer trainer) {
        this.core = core;
        this.label = label;
        this.trainer = trainer;
        mapping.forEach((category, subjects) -> {
            String code = subjects.split(",", -1)[0].strip();
            if (!isKnown(code)) {
                throw new SettingException(
                        "--map", category + "=" + subjects, "category=medtop:12345678, a subject that the rules know");
            }
            codes.put(category, code);
        });
    }

    private boolean isKnown(String code) {
        return CODE.matcher(code).matches() && !core.subjectNames(code).isEmpty();
    }

    @Override
    public void add(ObjectNode row) throws UnusableRow {
        Set<String> labels = labels(row.path(label));
        if (labels.isEmpty()) {
            leftOut.merge(row.path(label).asText("none"), 1L, Long::sum);
            return;
        }
        NamedTexts named = NamedTexts.of(row, fields);
        if (named.wrong().isPresent()) {
            throw new UnusableRow("title, lead, body", "none", "at least one text");
        }
        Texts texts = named.texts();
        trainer.add(
                core.subjectFeatures(new Document(texts.headline(), texts.lead(), texts.body(), texts.language())),
                labels);
        truth.add(labels);
    }

    private Set<String> labels(JsonNode categories) {
        Set<String> labels = new TreeSet<>();
        for (JsonNode category : categories.isArray() ? categories : List.of(categories)) {
            String written = category.asText("");
            String code = codes.getOrDefault(written, codes.isEmpty() && isKnown(written) ? written : "");
            if (!code.isEmpty()) {
                labels.add(code);
            }
        }
        return labels;
    }

    int size() {
        return trainer.size();
    }

    /** The model, once there is a report on it. */
    byte[] model() {
        return model;
    }

    @Override
    public Report report(int confusions) {
        if (trainer.size() < LEAST_ARTICLES || trainer.labels().size() < 2) {
            throw new SettingException(
                    "articles",
                    trainer.size() + " of " + trainer.labels().size() + " subjects",
                    "at least " + LEAST_ARTICLES + " of at least 2 subjects; is --label right, is every --map?");
        }
        LinearTrainer.Trained trained = trainer.train();
        model = trained.model().toBytes();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", (long) trainer.size());
        counts.put("bytes of the model", (long) model.length);
        leftOut.forEach((category, count) -> counts.put("of category " + category + ", left out", count));
        return report(trained.model().labels(), trained.unseen(), counts);
    }

    private Report report(List<String> labels, List<double[]> unseen, Map<String, Long> counts) {
        Map<String, Tally> classes = new TreeMap<>();
        Reliability reliability = new Reliability();
        long right = 0;
        for (int i = 0; i < unseen.size(); i++) {
            double[] told = unseen.get(i);
            int strongest = 0;
            for (int label = 0; label < told.length; label++) {
                boolean there = truth.get(i).contains(labels.get(label));
                boolean found = told[label] >= TAGGED;
                reliability.add(told[label], there);
                classes.merge(
                        name(labels.get(label)),
                        new Tally(there && found ? 1 : 0, !there && found ? 1 : 0, there && !found ? 1 : 0),
                        Tally::plus);
                strongest = told[label] > told[strongest] ? label : strongest;
            }
            right += truth.get(i).contains(labels.get(strongest)) ? 1 : 0;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("accuracy: the strongest subject is the right one", (double) right / unseen.size());
        shares.put("expected calibration error of the scores", reliability.expectedError());
        Tally total = classes.values().stream().reduce(Tally.NONE, Tally::plus);
        return new Report(
                "training of subjects",
                counts,
                List.of(new Report.Table("score of 0.5 or more, on articles that were not trained on", classes, total)),
                shares,
                List.of());
    }

    private String name(String code) {
        return code + " " + core.subjectNames(code).getOrDefault("en", "");
    }
}
