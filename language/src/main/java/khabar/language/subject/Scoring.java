package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import khabar.language.match.Tokens;

/**
 * Weighs what speaks for each subject of one article. A term adds its weight times log2(1 + how often
 * it stands there, the headline and the lead counting more); long articles need more of it; a broader
 * subject gathers a part of what its narrower ones have.
 */
final class Scoring {
    private static final double FROM_NARROWER = 0.5;
    private static final double[] PLACE = {3, 1.5, 1};
    private static final int SHORT_ARTICLE = 200;
    private static final int MOST_EVIDENCE = 20;
    private static final double[] LOGARITHMS = logarithms();
    private static final double LOG_2 = Math.log(2);

    private final SubjectRules rules;
    private final Occurrences occurrences;
    private final double[] own;
    private final double[] total;
    /** Whether a term of the subject that speaks for it stands in the article. */
    private final boolean[] evident;
    /** The terms that speak for a subject, in the order of their phrases. */
    private final List<Held> held = new ArrayList<>();

    /** A term that holds for some occurrences of its phrase, from one index to another. */
    private record Held(Term term, int from, int to) {}

    Scoring(SubjectRules rules, Occurrences occurrences, List<Tokens> texts) {
        this.rules = rules;
        this.occurrences = occurrences;
        int subjects = rules.subjects().size();
        own = new double[subjects];
        total = new double[subjects];
        evident = new boolean[subjects];
        weigh();
        gather(lengthFactor(texts));
    }

    /** The logarithms of 1 and so many halves, which frequencies are made of. */
    private static double[] logarithms() {
        double[] logarithms = new double[1 << 8];
        for (int halves = 0; halves < logarithms.length; halves++) {
            logarithms[halves] = Math.log1p(halves / 2.0);
        }
        return logarithms;
    }

    private static double log1p(double frequency) {
        int halves = (int) (2 * frequency);
        return halves < LOGARITHMS.length ? LOGARITHMS[halves] : Math.log1p(frequency);
    }

    private static double lengthFactor(List<Tokens> texts) {
        int words = 0;
        for (Tokens tokens : texts) {
            words += tokens.size();
        }
        return words <= SHORT_ARTICLE ? 1 : Math.sqrt((double) SHORT_ARTICLE / words);
    }

    private void weigh() {
        int to;
        for (int from = 0; from < occurrences.size(); from = to) {
            to = occurrences.endOfPhrase(from);
            for (Term term : rules.termsOf(occurrences.phrase(from))) {
                if (mayHold(term)) {
                    weigh(term, from, to);
                }
            }
        }
    }

    /** Whether none of the phrases stands in the article that the term must be without. */
    private boolean mayHold(Term term) {
        for (int phrase : term.without()) {
            if (occurrences.firstOf(phrase) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void weigh(Term term, int from, int to) {
        double frequency = 0;
        for (int i = from; i < to; i++) {
            if (holds(term, i)) {
                frequency += PLACE[Math.min(occurrences.text(i), PLACE.length - 1)];
            }
        }
        if (frequency > 0 && term.weight() > 0) {
            evident[term.subject()] = true;
            held.add(new Held(term, from, to));
        }
        own[term.subject()] += term.weight() * log1p(frequency) / LOG_2;
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

    /** Narrower subjects come after broader ones, so that one pass from the end sums them up. */
    private void gather(double factor) {
        for (int i = total.length - 1; i >= 0; i--) {
            total[i] += Math.max(0, own[i] * factor);
            int parent = rules.parent(i);
            if (parent != Subject.NO_PARENT) {
                total[parent] += FROM_NARROWER * total[i];
            }
        }
    }

    /** How strongly the article speaks for each subject, from 0. */
    double[] strengths() {
        return total;
    }

    /** Whether anything was found for a subject itself, not for narrower ones. */
    boolean isEvident(int subject) {
        return evident[subject];
    }

    /** What was found for a subject itself. */
    List<Evidence> evidence(int subject) {
        List<Evidence> found = new ArrayList<>();
        if (!isEvident(subject)) {
            return found;
        }
        for (Held one : held) {
            if (one.term.subject() == subject) {
                note(one.term, one.from, one.to, found);
            }
        }
        return found;
    }

    private void note(Term term, int from, int to, List<Evidence> found) {
        for (int i = from; i < to && found.size() < MOST_EVIDENCE; i++) {
            if (holds(term, i)) {
                found.add(new Evidence(occurrences.span(i), term.written()));
            }
        }
    }
}
