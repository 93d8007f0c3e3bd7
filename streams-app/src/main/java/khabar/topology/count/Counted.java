package khabar.topology.count;

import khabar.schemas.Pane;
import khabar.topics.WindowKey;

/** What a count publishes. */
public sealed interface Counted {

    /**
     * A pane: the value of one id in one window.
     *
     * @param key the window and what is counted in it
     * @param type kind of the entity; empty for a subject
     * @param before mentions in the pane before; 0 where this is the first
     * @param articlesBefore articles in the pane before
     * @param count mentions or pieces of evidence
     * @param articles distinct articles
     * @param pane which publication it is
     */
    record Value(WindowKey key, String type, long before, long articlesBefore, long count, long articles, Pane pane)
            implements Counted {}

    /**
     * All windows of one size before a time have left the horizon.
     *
     * @param before smallest key that stays: its window, with an empty id
     */
    record Expired(WindowKey before) implements Counted {}
}
