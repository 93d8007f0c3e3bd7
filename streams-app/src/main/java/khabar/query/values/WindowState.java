package khabar.query.values;

import khabar.schemas.PaneTiming;
import khabar.topics.WindowKey;

/**
 * A window that has, or had, counts.
 *
 * @param window the window, with an empty id
 * @param timing of its newest pane: EARLY means that it is open
 */
public record WindowState(WindowKey window, PaneTiming timing) {}
