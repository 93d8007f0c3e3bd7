package khabar.language.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabar.language.learned.LinearModel;
import khabar.language.match.Tokens;

/**
 * Turns strengths into probabilities and decides which subjects an article has. A strength s of the
 * rules means that s^1.9 / (s^1.9 + 30) of such subjects are right: a curve fitted to 207 subjects that
 * were judged by hand (docs/quality.md).
 */
final class Tags {
    private static final double STEEPNESS = 1.9;
    private static final double HALF = 30;
    private static final double TAGGED_AT = 0.3;
    private static final double STRONGEST_TAGGED_AT = 0.2;
    private static final double OF_THE_BEST = 0.15;
    private static final double ROUNDING = 1e-6;
    /** What the rules say with less than this is less likely than {@link #STRONGEST_TAGGED_AT} and never tells. */
    private static final double WEAKEST =
            StrictMath.pow(HALF * STRONGEST_TAGGED_AT / (1 - STRONGEST_TAGGED_AT), 1 / STEEPNESS) - ROUNDING;

    private final SubjectRules rules;
    private final Scoring scoring;
    /** Of each subject that the scoring tells of, by its place there, as everything here. */
    private final double[] probabilities;

    private final boolean[] modelled;
    private Map<Integer, List<Evidence>> learned = Map.of();

    Tags(SubjectRules rules, Scoring scoring) {
        this.rules = rules;
        this.scoring = scoring;
        double[] strengths = scoring.strengths();
        probabilities = new double[strengths.length];
        modelled = new boolean[strengths.length];
        for (int i = 0; i < strengths.length; i++) {
            if (strengths[i] >= WEAKEST) {
                double bent = StrictMath.pow(strengths[i], STEEPNESS);
                probabilities[i] = bent / (bent + HALF);
            }
        }
    }

    /** Takes the word of the model for its labels; what is narrower is at most as likely. Asks for a scoring of all. */
    void follow(SubjectModel subjectModel, List<Tokens> texts) {
        LinearModel model = subjectModel.model();
        learned = new HashMap<>();
        double[] told = model.probabilities(SubjectFeatures.of(texts, scoring.strengths(), rules));
        for (int label = 0; label < told.length; label++) {
            int subject = subjectModel.subject(label);
            probabilities[subject] = told[label];
            modelled[subject] = true;
            if (told[label] >= STRONGEST_TAGGED_AT && !scoring.isEvident(subject)) {
                learned.put(subject, subjectModel.evidence(label, texts));
            }
        }
        for (int i = 0; i < probabilities.length; i++) {
            int parent = scoring.parent(i);
            if (!modelled[i] && parent != Subject.NO_PARENT && (modelled[parent] || isBelowModelled(parent))) {
                probabilities[i] = Math.min(probabilities[i], probabilities[parent]);
            }
        }
    }

    private boolean isBelowModelled(int subject) {
        for (int at = scoring.parent(subject); at != Subject.NO_PARENT; at = scoring.parent(at)) {
            if (modelled[at]) {
                return true;
            }
        }
        return false;
    }

    /** The subjects, highest score first, then by code. */
    List<TaggedSubject> tagged() {
        double[] scores = scores();
        List<TaggedSubject> tagged = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                Subject subject = rules.subjects().get(scoring.subjects()[i]);
                tagged.add(new TaggedSubject(subject.code(), subject.names(), scores[i], evidenceOf(i, scores)));
            }
        }
        tagged.sort(Tags::compare);
        return List.copyOf(tagged);
    }

    private static int compare(TaggedSubject one, TaggedSubject other) {
        int byScore = Double.compare(other.score(), one.score());
        return byScore == 0 ? one.code().compareTo(other.code()) : byScore;
    }

    /** Narrower subjects come after broader ones, so that one pass from the end hands scores up. */
    private double[] scores() {
        double[] strengths = scoring.strengths();
        double best = 0;
        int strongest = 0;
        for (int i = 0; i < probabilities.length; i++) {
            best = Math.max(best, strengths[i]);
            strongest = probabilities[i] > probabilities[strongest] ? i : strongest;
        }
        double[] scores = new double[probabilities.length];
        if (scores.length > 0 && probabilities[strongest] >= STRONGEST_TAGGED_AT) {
            scores[strongest] = probabilities[strongest];
        }
        for (int i = scores.length - 1; i >= 0; i--) {
            boolean strong = modelled[i] || strengths[i] >= OF_THE_BEST * best;
            if (probabilities[i] >= TAGGED_AT && strong || scores[i] > 0) {
                scores[i] = Math.max(scores[i], probabilities[i]);
                int parent = scoring.parent(i);
                if (parent != Subject.NO_PARENT) {
                    scores[parent] = Math.max(scores[parent], scores[i]);
                }
            }
        }
        return scores;
    }

    /** Its own evidence; where it has none and no narrower subject is tagged, what was found for those. */
    private List<Evidence> evidenceOf(int subject, double[] scores) {
        List<Evidence> gathered = scoring.evidence(subject);
        if (!learned.isEmpty()) {
            gathered.addAll(learned.getOrDefault(subject, List.of()));
        }
        if (gathered.isEmpty() && !impliedByNarrower(subject, scores)) {
            for (int i = subject + 1; i < scores.length; i++) {
                if (scoring.isEvident(i) && isWithin(i, subject)) {
                    gathered.addAll(scoring.evidence(i));
                }
            }
        }
        return List.copyOf(gathered);
    }

    private boolean impliedByNarrower(int subject, double[] scores) {
        for (int i = subject + 1; i < scores.length; i++) {
            if (scores[i] > 0 && isWithin(i, subject)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(int subject, int broader) {
        int at = subject;
        while (at != Subject.NO_PARENT && at != broader) {
            at = scoring.parent(at);
        }
        return at == broader;
    }
}
