package khabar.language.subject;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.learned.LinearModel;
import khabar.language.match.Tokens;

/** A linear model whose labels are subjects that the rules know. Immutable and safe for many threads. */
final class SubjectModel {
    private static final int MOST_EVIDENCE = 5;

    private record Telling(double weight, Evidence evidence) {}

    private final LinearModel model;
    private final int[] subjects;

    SubjectModel(LinearModel model, SubjectRules rules) {
        this.model = model;
        subjects = new int[model.labels().size()];
        for (int label = 0; label < subjects.length; label++) {
            String code = model.labels().get(label);
            Integer subject = rules.byCode().get(code);
            if (subject == null) {
                throw new IllegalArgumentException("label of the model: " + code + " (expected: a known subject)");
            }
            subjects[label] = subject;
        }
    }

    LinearModel model() {
        return model;
    }

    /** The index of the subject that the given label stands for. */
    int subject(int label) {
        return subjects[label];
    }

    /** The words that speak for the label most, where they first stand. */
    List<Evidence> evidence(int label, List<Tokens> texts) {
        Map<Integer, Telling> byWord = new HashMap<>();
        for (int t = 0; t < texts.size(); t++) {
            Tokens tokens = texts.get(t);
            for (int i = 0; i < tokens.size(); i++) {
                int word = SubjectFeatures.word(tokens, i);
                double weight = model.weight(word, label);
                if (weight > 0 && !byWord.containsKey(word)) {
                    String written = tokens.text().key().substring(tokens.start(i), tokens.end(i));
                    byWord.put(
                            word,
                            new Telling(weight, new Evidence(tokens.span(t, tokens.start(i), tokens.end(i)), written)));
                }
            }
        }
        return byWord.values().stream()
                .sorted(Comparator.comparingDouble(Telling::weight)
                        .reversed()
                        .thenComparing(telling -> telling.evidence.term()))
                .limit(MOST_EVIDENCE)
                .map(Telling::evidence)
                .toList();
    }
}
