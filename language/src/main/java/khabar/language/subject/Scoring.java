package khabar.language.subject;

import java.util.ArrayList;
import java.util.List;
import khabar.language.match.Tokens;
import khabar.language.normalize.Span;
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

    private final SubjectRules rules;
    private final Occurrences occurrences;
    private final double[] own;
    private final double[] total;
    private final @Nullable List<Evidence>[] evidence;

    Scoring(SubjectRules rules, Occurrences occurrences, List<Tokens> texts) {
        this.rules = rules;
        this.occurrences = occurrences;
        int subjects = rules.subjects().size();
        own = new double[subjects];
        total = new double[subjects];
        evidence = noEvidence(subjects);
        weigh();
        gather(lengthFactor(texts));
    }

    /** Room for what is found of so many subjects, most of which have nothing. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable List<Evidence>[] noEvidence(int subjects) {
        return new List[subjects];
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
        List<Evidence> found = evidence[term.subject()];
        if (found == null) {
            found = new ArrayList<>();
            evidence[term.subject()] = found;
        }
        if (found.size() < MOST_EVIDENCE) {
            found.add(new Evidence(span, term.written()));
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

    /** How strongly the article speaks for each subject, from 0. */
    double[] strengths() {
        return total;
    }

    /** What was found for a subject itself, not for narrower ones. */
    List<Evidence> evidence(int subject) {
        List<Evidence> found = evidence[subject];
        return found == null ? List.of() : found;
    }
}
