package khabar.topology.enrich;

import khabar.language.Analysis;
import khabar.language.TextCore;
import khabar.language.sketch.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * What the text core says of an article. It depends on the text and the rules alone.
 *
 * @param core the text core, which has the rules
 * @param analysis what was found
 * @param sketch what the article is compared with others by; null where it is too short for that
 */
record Reading(TextCore core, Analysis analysis, @Nullable Sketch sketch) {}
