package khabar.language.subject;

import java.util.List;
import khabar.language.learned.Hashing;
import khabar.language.learned.SparseVector;
import khabar.language.match.Tokens;

/** What a linear model sees of an article: its words, pairs of words, and how strongly the rules speak. */
final class SubjectFeatures {
    private static final int HEADLINE = Hashing.of("headline");
    private static final int RULE = Hashing.of("rule");
    private static final float PAIR = 0.5f;
    private static final float RULES = 0.4f;

    private SubjectFeatures() {}

    /**
     * The features of the given texts.
     *
     * @param strengths of each subject by the rules
     */
    static SparseVector of(List<Tokens> texts, double[] strengths, SubjectRules rules) {
        SparseVector features = new SparseVector();
        for (int t = 0; t < texts.size(); t++) {
            addWords(texts.get(t), t == 0, features);
        }
        features.normalize();
        for (int i = 0; i < strengths.length; i++) {
            Subject subject = rules.subjects().get(i);
            if (strengths[i] > 0 && subject.parent() == Subject.NO_PARENT) {
                features.add(
                        Hashing.pair(RULE, Hashing.of(subject.code())), RULES * (float) StrictMath.log1p(strengths[i]));
            }
        }
        return features;
    }

    private static void addWords(Tokens tokens, boolean headline, SparseVector features) {
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int word = word(tokens, i);
            features.add(word, 1);
            if (headline) {
                features.add(Hashing.pair(HEADLINE, word), 1);
            }
            if (i > 0 && tokens.flowsInto(i)) {
                features.add(Hashing.pair(before, word), PAIR);
            }
            before = word;
        }
    }

    /** The hash of a word without what a half-space attaches to it. */
    static int word(Tokens tokens, int token) {
        return Hashing.of(tokens.text().key(), tokens.start(token), tokens.end(token));
    }
}
