package khabar.query.live;

import java.util.List;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.SubjectCount;
import khabar.topics.WindowKey;

/**
 * The counts of one window.
 *
 * @param window the window, with an empty id
 * @param timing of the newest pane of its top entities: EARLY means that it is open
 * @param entities most named first
 * @param subjects most articles first
 */
public record Board(WindowKey window, PaneTiming timing, List<RankedEntity> entities, List<SubjectCount> subjects) {

    /** A board without rows. */
    public static Board empty(WindowKey window) {
        return new Board(window, PaneTiming.EARLY, List.of(), List.of());
    }
}
