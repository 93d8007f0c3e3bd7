package khabar.topology.trend;

import khabar.schemas.Pane;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;

/**
 * News of a trend.
 *
 * @param key the window and the entity
 * @param type kind of the entity
 * @param standing where it stands in the window
 * @param sources distinct sources of the window
 * @param state whether it trends
 * @param began whether it trends now and did not before
 * @param pane which publication it is
 */
public record Followed(
        WindowKey key, String type, Standing standing, long sources, TrendState state, boolean began, Pane pane) {}
