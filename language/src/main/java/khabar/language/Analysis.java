package khabar.language;

import java.util.List;
import khabar.language.entity.Mention;
import khabar.language.match.Tokens;
import khabar.language.normalize.NormalizedText;
import khabar.language.script.LanguageGuess;
import khabar.language.subject.TaggedSubject;

/**
 * Everything that the text core finds in a document.
 *
 * @param language main language and script
 * @param texts headline, lead and body in their normalized forms, in the order of {@link Document#texts()}
 * @param tokens the words of each of these texts
 * @param subjects subjects, highest score first, then by code
 * @param mentions mentions in the order of the text; of two that start together the longer comes first
 */
public record Analysis(
        LanguageGuess language,
        List<NormalizedText> texts,
        List<Tokens> tokens,
        List<TaggedSubject> subjects,
        List<Mention> mentions) {}
