package khabar.topology.enrich;

import java.util.List;
import khabar.language.TextCore;
import khabar.language.script.LanguageGuess;
import khabar.language.sketch.Sketch;
import khabar.schemas.Mention;
import khabar.schemas.NamedEntity;
import khabar.schemas.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What the text core says of an article. It depends on the text and the rules alone. It is as it goes out: what the text
 * core needed on the way is several times as large, and many readings wait for their turn.
 *
 * @param core the text core, which has the rules
 * @param language language and script
 * @param displays the display forms of headline, lead and body; null where the article has none
 * @param subjects what it is about
 * @param entities who and what is counted
 * @param mentions where they are named
 * @param sketch what the article is compared with others by; null where it is too short for that
 */
record Reading(
        TextCore core,
        LanguageGuess language,
        List<@Nullable String> displays,
        List<Subject> subjects,
        List<NamedEntity> entities,
        List<Mention> mentions,
        @Nullable Sketch sketch) {}
