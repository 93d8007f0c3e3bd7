package khabar.query.live;

import java.util.List;
import java.util.Optional;
import khabar.schemas.Alert;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.Trend;

/**
 * What a watcher sees at one moment.
 *
 * @param change how many records had been taken in
 * @param board the newest window of the asked size that has data
 * @param articles newest arrival first, retractions left out
 * @param trends of the asked size: first what trends, then what would begin to, each strongest first
 * @param alerts those that stand, the newest first
 * @param figures how the stream is doing
 */
public record Snapshot(
        long change,
        Optional<Board> board,
        List<EnrichedArticle> articles,
        List<Trend> trends,
        List<Alert> alerts,
        Figures figures) {}
