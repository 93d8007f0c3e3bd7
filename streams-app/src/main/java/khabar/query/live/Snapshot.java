package khabar.query.live;

import java.util.List;
import java.util.Optional;
import khabar.schemas.EnrichedArticle;

/**
 * What a watcher sees at one moment.
 *
 * @param change how many records had been taken in
 * @param board the newest window of the asked size that has data
 * @param articles newest arrival first, retractions left out
 * @param figures how the stream is doing
 */
public record Snapshot(long change, Optional<Board> board, List<EnrichedArticle> articles, Figures figures) {}
