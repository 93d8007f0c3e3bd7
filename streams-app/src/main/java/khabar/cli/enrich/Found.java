package khabar.cli.enrich;

import java.util.Arrays;
import java.util.List;
import khabar.language.entity.Mention;
import khabar.language.normalize.Span;
import khabar.language.script.LanguageGuess;
import khabar.language.segment.Token;
import khabar.language.subject.TaggedSubject;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a document; what was not asked for is null or empty.
 *
 * @param displayed headline, lead and body in the form of the profile
 */
record Found(
        Entry entry,
        @Nullable LanguageGuess language,
        List<String> displayed,
        List<TaggedSubject> subjects,
        List<Mention> mentions,
        List<Span> sentences,
        List<Token> tokens,
        @Nullable String ruleSetVersion) {
    /** What stands at the span. */
    String at(Span span) {
        return entry.document().texts().get(span.text()).substring(span.start(), span.end());
    }

    /** Headline, lead and body as they came; null where there is none. */
    List<@Nullable String> originals() {
        return Arrays.asList(
                entry.document().headline(),
                entry.document().lead(),
                entry.document().body());
    }
}
