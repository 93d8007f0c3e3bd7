package khabar.topology.rank;

import java.util.List;
import khabar.schemas.Pane;
import khabar.schemas.state.RankedCount;
import khabar.topics.WindowKey;

/**
 * The most named entities of a window, over all partitions.
 *
 * @param window the window, with an empty id
 * @param rows strongest first
 * @param pane which publication it is
 */
public record Top(WindowKey window, List<RankedCount> rows, Pane pane) {}
