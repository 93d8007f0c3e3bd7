package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import khabar.language.match.Tokens;
import org.jspecify.annotations.Nullable;

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
    /** The subjects that anything may speak for and those above them, ascending: most are none of them. */
    private final Occurrences.Numbers places;

    private final int[] subjects;
    /** Of each of these subjects the place of the broader one. */
    private final int[] parents;

    private final double[] own;
    private final double[] total;
    /** Of each subject the first and the last term that speaks for it in the article, in the order of their phrases. */
    private final @Nullable Held[] first;

    private final @Nullable Held[] last;

    /** A term that holds for some occurrences of its phrase, from one index to another. */
    private static final class Held {
        private final Term term;
        private final int from;
        private final int to;
        /** The next term of the same subject. */
        private @Nullable Held next;

        Held(Term term, int from, int to) {
            this.term = term;
            this.from = from;
            this.to = to;
        }
    }

    /**
     * Weighs what stands in an article.
     *
     * @param all whether subjects are told of that nothing speaks for, too
     */
    Scoring(SubjectRules rules, Occurrences occurrences, List<Tokens> texts, boolean all) {
        this.rules = rules;
        this.occurrences = occurrences;
        places = new Occurrences.Numbers(rules.subjects().size());
        if (all) {
            addAll();
        } else {
            addTouched();
        }
        places.rank();
        subjects = places.all();
        parents = new int[subjects.length];
        own = new double[subjects.length];
        total = new double[subjects.length];
        first = new Held[subjects.length];
        last = new Held[subjects.length];
        weigh();
        gather(lengthFactor(texts));
    }

    private void addAll() {
        for (int subject = 0; subject < rules.subjects().size(); subject++) {
            places.add(subject);
        }
    }

    private void addTouched() {
        for (int rank = 0; rank < occurrences.phrases(); rank++) {
            places.addAll(rules.subjectsOf(occurrences.phrase(occurrences.from(rank))));
        }
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
        for (int t = 0; t < texts.size(); t++) {
            words += texts.get(t).size();
        }
        return words <= SHORT_ARTICLE ? 1 : Math.sqrt((double) SHORT_ARTICLE / words);
    }

    private void weigh() {
        for (int rank = 0; rank < occurrences.phrases(); rank++) {
            int from = occurrences.from(rank);
            for (Term term : rules.termsOf(occurrences.phrase(from))) {
                if (mayHold(term)) {
                    weigh(term, from, occurrences.from(rank + 1));
                }
            }
        }
    }

    /** Whether none of the phrases stands in the article that the term must be without. */
    private boolean mayHold(Term term) {
        for (int phrase : term.without()) {
            if (occurrences.have(phrase)) {
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
        int place = places.rankOf(term.subject());
        if (frequency > 0 && term.weight() > 0) {
            hold(place, new Held(term, from, to));
        }
        own[place] += term.weight() * log1p(frequency) / LOG_2;
    }

    private void hold(int place, Held held) {
        Held before = last[place];
        if (before == null) {
            first[place] = held;
        } else {
            before.next = held;
        }
        last[place] = held;
    }

    private boolean holds(Term term, int occurrence) {
        if (term.kind() == Term.Kind.SINGLE) {
            return true;
        }
        for (int p = 1; p < term.phrases().length; p++) {
            boolean together = term.kind() == Term.Kind.NEAR
                    ? occurrences.standsNear(occurrence, term.phrases()[p])
                    : occurrences.have(term.phrases()[p]);
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
            int parent = rules.parent(subjects[i]);
            parents[i] = parent == Subject.NO_PARENT ? parent : places.rankOf(parent);
            if (parent != Subject.NO_PARENT) {
                total[parents[i]] += FROM_NARROWER * total[i];
            }
        }
    }

    /** The subjects that are told of, ascending. */
    int[] subjects() {
        return subjects;
    }

    /** The place of the broader subject of the one at the given place, or {@link Subject#NO_PARENT}. */
    int parent(int place) {
        return parents[place];
    }

    /** How strongly the article speaks for each of these subjects, from 0. */
    double[] strengths() {
        return total;
    }

    /** Whether anything was found for the subject at the given place itself, not for narrower ones. */
    boolean isEvident(int place) {
        return first[place] != null;
    }

    /** What was found for the subject at the given place itself. */
    List<Evidence> evidence(int place) {
        List<Evidence> found = new ArrayList<>();
        for (Held held = first[place]; held != null; held = held.next) {
            note(held.term, held.from, held.to, found);
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
