package khabar.query;

import java.time.Instant;
import java.util.Optional;
import khabar.query.Answer.Here;
import khabar.query.Answer.NotReady;
import khabar.query.archive.Archive;
import khabar.query.archive.KeptNews;
import khabar.query.live.LiveView;
import khabar.query.live.Snapshot;

/**
 * Everything that can be asked. Counts, articles and refusals come from the archive of the output topics
 * that every instance keeps whole, so that any instance answers for all; figures and rates come from the
 * live view.
 */
public final class Questions {
    private final Instance instance;
    private final LiveView view;
    private final KeptNews kept;
    private final Knowledge knowledge;
    private final Instant startedAt;

    /**
     * Asks the given sources.
     *
     * @param instance the instance in this process
     * @param view a view that reads the output topics
     * @param kept the archive of the output topics
     * @param knowledge what is known without them
     */
    public Questions(Instance instance, LiveView view, KeptNews kept, Knowledge knowledge) {
        this.instance = instance;
        this.view = view;
        this.kept = kept;
        this.knowledge = knowledge;
        this.startedAt = Instant.now();
    }

    /** The instance that answers. */
    public Instance instance() {
        return instance;
    }

    /** When it began to answer. */
    public Instant startedAt() {
        return startedAt;
    }

    /** What it knows without any topic. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** How the stream is doing, as far as it is known by now. */
    public Snapshot known() {
        return view.snapshot(Optional.empty(), 0);
    }

    /** The archive, once it holds everything that was there when this instance started. */
    public Answer<Archive> archive() {
        return kept.whole().<Answer<Archive>>map(Here::new).orElseGet(() -> new NotReady<>(instance.state()));
    }
}
