package khabar.audit.duplicate;

import java.time.Duration;
import khabar.language.sketch.Likeness;
import khabar.language.sketch.Sketcher;

/**
 * When an article repeats another.
 *
 * @param sketcher makes the sketches
 * @param likeness when two sketches are alike
 * @param window how far apart in event time they may be
 */
public record DuplicateRules(Sketcher sketcher, Likeness likeness, Duration window) {}
