package khabar.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import khabar.query.Answer.Elsewhere;
import khabar.query.Answer.Here;
import khabar.query.Answer.NotReady;
import khabar.query.live.Board;
import khabar.query.live.LiveView;
import khabar.query.live.Snapshot;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.RankedEntity;
import khabar.schemas.state.PublishedTop;
import khabar.topics.WindowKey;

/**
 * Everything that can be asked. The top entities of a given window come from the store of the instance
 * that owns it; what spans all keys (newest windows, subjects, newest articles, figures) comes from a
 * view of the output topics, which every instance keeps whole, so that any instance answers for all.
 */
public final class Questions {
    private final Instance instance;
    private final LiveView view;
    private final BooleanSupplier complete;
    private final Function<String, Map<String, String>> entityNames;

    /**
     * Asks the given sources.
     *
     * @param instance the instance in this process
     * @param view a view that reads the output topics
     * @param complete whether the view has read what was there when it was opened
     * @param entityNames names by BCP 47 tag of an entity id
     */
    public Questions(
            Instance instance,
            LiveView view,
            BooleanSupplier complete,
            Function<String, Map<String, String>> entityNames) {
        this.instance = instance;
        this.view = view;
        this.complete = complete;
        this.entityNames = entityNames;
    }

    /** The instance that answers. */
    public Instance instance() {
        return instance;
    }

    /** How the stream is doing, as far as it is known by now. */
    public Snapshot known() {
        return view.snapshot(Optional.empty(), 0);
    }

    /** The newest window of a size that has data, the newest articles, and the figures. */
    public Answer<Snapshot> snapshot(Optional<Duration> size, int mostArticles) {
        return ifComplete(view.snapshot(size, mostArticles));
    }

    /** The sizes of the windows that have data, smallest first. */
    public NavigableSet<Duration> windowSizes() {
        return view.windowSizes();
    }

    /** The counts of the newest window of the given size that has data. */
    public Answer<Optional<Board>> newestBoard(Duration size) {
        return ifComplete(view.newestBoard(size));
    }

    /** The counts of one window; of subjects only where it is among the newest. */
    public Answer<Optional<Board>> board(WindowKey window) {
        Optional<Board> newest = view.board(window);
        if (newest.isPresent()) {
            return ifComplete(newest);
        }
        Answer<Optional<PublishedTop>> stored = instance.topEntities(window);
        if (stored instanceof Here<Optional<PublishedTop>> here) {
            return new Here<>(here.value().map(top -> board(window, top)));
        }
        if (stored instanceof Elsewhere<Optional<PublishedTop>> elsewhere) {
            return new Elsewhere<>(elsewhere.host(), elsewhere.port());
        }
        return new NotReady<>(instance.state());
    }

    /** The article, where it is among the newest. */
    public Answer<Optional<EnrichedArticle>> article(String uri) {
        return ifComplete(view.article(uri));
    }

    private <T> Answer<T> ifComplete(T value) {
        return complete.getAsBoolean() ? new Here<>(value) : new NotReady<>(instance.state());
    }

    private Board board(WindowKey window, PublishedTop top) {
        List<RankedEntity> rows = top.getRows().stream()
                .map(row -> new RankedEntity(
                        row.getEntityId(),
                        row.getType(),
                        entityNames.apply(row.getEntityId()),
                        row.getCount(),
                        row.getArticles(),
                        row.getUniqueCount(),
                        row.getUniqueArticles()))
                .toList();
        return new Board(window, top.getClosed() ? PaneTiming.ON_TIME : PaneTiming.EARLY, rows, List.of());
    }
}
