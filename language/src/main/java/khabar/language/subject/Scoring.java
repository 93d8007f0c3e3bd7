package khabar.language.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;

/**
 * Weighs what speaks for each subject of one article. A term adds its weight times log2(1 + how often
 * it stands there, the headline and the lead counting more); long articles need more of it; a broader
 * subject gathers a part of what its narrower ones have. The score is strength / (strength + 4).
 */
final class Scoring {
    private static final double HALF = 4;
    private static final double TAGGED_AT = 0.5;
    private static final double OF_THE_BEST = 0.15;
    private static final double FROM_NARROWER = 0.5;
    private static final double[] PLACE = {3, 1.5, 1};
    private static final int SHORT_ARTICLE = 200;
    private static final int MOST_EVIDENCE = 20;

    private final SubjectRules rules;
    private final Occurrences occurrences;
    private final double[] own;
    private final double[] total;
    private final List<List<Evidence>> evidence = new ArrayList<>();

    Scoring(SubjectRules rules, Occurrences occurrences, List<Tokens> texts) {
        this.rules = rules;
        this.occurrences = occurrences;
        int subjects = rules.subjects().size();
        own = new double[subjects];
        total = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            evidence.add(List.of());
        }
        weigh();
        gather(lengthFactor(texts));
    }

    private static double lengthFactor(List<Tokens> texts) {
        int words = 0;
        for (Tokens tokens : texts) {
            words += tokens.size();
        }
        return words <= SHORT_ARTICLE ? 1 : Math.sqrt((double) SHORT_ARTICLE / words);
    }

    private void weigh() {
        int from = 0;
        while (from < occurrences.size()) {
            int phrase = occurrences.phrase(from);
            int to = from + 1;
            while (to < occurrences.size() && occurrences.phrase(to) == phrase) {
                to++;
            }
            for (Term term : rules.termsOf(phrase)) {
                weigh(term, from, to);
            }
            from = to;
        }
    }

    private void weigh(Term term, int from, int to) {
        for (int phrase : term.without()) {
            if (occurrences.firstOf(phrase) >= 0) {
                return;
            }
        }
        double frequency = 0;
        for (int i = from; i < to; i++) {
            if (holds(term, i)) {
                frequency += PLACE[Math.min(occurrences.text(i), PLACE.length - 1)];
                note(term, occurrences.span(i));
            }
        }
        own[term.subject()] += term.weight() * Math.log1p(frequency) / Math.log(2);
    }

    private boolean holds(Term term, int occurrence) {
        for (int p = 1; p < term.phrases().length; p++) {
            boolean together = term.kind() == Term.Kind.NEAR
                    ? occurrences.standsNear(occurrence, term.phrases()[p])
                    : occurrences.firstOf(term.phrases()[p]) >= 0;
            if (!together) {
                return false;
            }
        }
        return true;
    }

    private void note(Term term, Span span) {
        if (term.weight() <= 0) {
            return;
        }
        if (evidence.get(term.subject()).isEmpty()) {
            evidence.set(term.subject(), new ArrayList<>());
        }
        if (evidence.get(term.subject()).size() < MOST_EVIDENCE) {
            evidence.get(term.subject()).add(new Evidence(span, term.written()));
        }
    }

    /** Narrower subjects come after broader ones, so that one pass from the end sums them up. */
    private void gather(double factor) {
        for (int i = total.length - 1; i >= 0; i--) {
            total[i] += Math.max(0, own[i] * factor);
            int parent = rules.subjects().get(i).parent();
            if (parent != Subject.NO_PARENT) {
                total[parent] += FROM_NARROWER * total[i];
            }
        }
    }

    List<TaggedSubject> tagged() {
        double best = 0;
        for (double strength : total) {
            best = Math.max(best, strength);
        }
        double[] scores = new double[total.length];
        for (int i = total.length - 1; i >= 0; i--) {
            double score = total[i] / (total[i] + HALF);
            if (score >= TAGGED_AT && total[i] >= OF_THE_BEST * best || scores[i] > 0) {
                scores[i] = Math.max(scores[i], score);
                int parent = rules.subjects().get(i).parent();
                if (parent != Subject.NO_PARENT) {
                    scores[parent] = Math.max(scores[parent], scores[i]);
                }
            }
        }
        List<TaggedSubject> tagged = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                Subject subject = rules.subjects().get(i);
                tagged.add(new TaggedSubject(subject.code(), subject.names(), scores[i], evidenceOf(i, scores)));
            }
        }
        tagged.sort(Comparator.comparingDouble(TaggedSubject::score).reversed().thenComparing(TaggedSubject::code));
        return List.copyOf(tagged);
    }

    /** Its own evidence; where it has none and no narrower subject is tagged, what was found for those. */
    private List<Evidence> evidenceOf(int subject, double[] scores) {
        List<Evidence> gathered = new ArrayList<>(evidence.get(subject));
        if (gathered.isEmpty() && !impliedByNarrower(subject, scores)) {
            for (int i = subject + 1; i < scores.length; i++) {
                if (isWithin(i, subject)) {
                    gathered.addAll(evidence.get(i));
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
            at = rules.subjects().get(at).parent();
        }
        return at == broader;
    }
}
