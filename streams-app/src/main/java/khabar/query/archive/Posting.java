package khabar.query.archive;

import java.util.ArrayList;
import java.util.List;
import khabar.query.values.DeadLetter;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PubStatus;
import khabar.schemas.RejectedArticle;

/**
 * What a document can be looked for by.
 *
 * @param kind what the term is
 * @param term the term; empty where all documents of the kind are meant
 */
record Posting(char kind, String term) {
    static final char ANY_ARTICLE = 'n';
    static final char ENTITY = 'e';
    static final char SUBJECT = 's';
    static final char SOURCE = 'o';
    static final char LANGUAGE = 'l';
    static final char ANY_ALERT = 'A';
    static final char RULE = 'R';
    static final char ANY_REJECTED = 'J';
    static final char REASON = 'j';
    static final char ANY_DEAD_LETTER = 'D';
    static final char EXCEPTION = 'd';

    /** Longer terms than anybody looks for are not found. */
    private static final int LONGEST = 1_000;

    /** What an article is found by: a retraction by nothing. */
    static List<Posting> of(EnrichedArticle article) {
        List<Posting> postings = new ArrayList<>();
        if (article.getPubStatus() == PubStatus.USABLE) {
            postings.add(new Posting(ANY_ARTICLE, ""));
            article.getEntities().forEach(entity -> postings.add(new Posting(ENTITY, entity.getEntityId())));
            article.getSubjects().forEach(subject -> postings.add(new Posting(SUBJECT, subject.getCode())));
            postings.add(new Posting(LANGUAGE, article.getLanguage()));
            if (article.getSource() != null) {
                postings.add(new Posting(SOURCE, article.getSource()));
            }
            postings.removeIf(posting -> posting.term().length() > LONGEST);
        }
        return postings;
    }

    /** What an alert is found by. */
    static List<Posting> of(Alert alert) {
        return List.of(new Posting(ANY_ALERT, ""), new Posting(RULE, alert.getRuleId()));
    }

    /** What a refusal is found by. */
    static List<Posting> of(RejectedArticle rejected) {
        return List.of(new Posting(ANY_REJECTED, ""), counted(rejected));
    }

    /** What refusals are counted by. */
    static Posting counted(RejectedArticle rejected) {
        return new Posting(REASON, rejected.getReason().name());
    }

    /** What a dead letter is found by. */
    static List<Posting> of(DeadLetter letter) {
        return List.of(new Posting(ANY_DEAD_LETTER, ""), counted(letter));
    }

    /** What dead letters are counted by. */
    static Posting counted(DeadLetter letter) {
        return new Posting(EXCEPTION, letter.exception());
    }
}
