package khabar.query.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabar.topics.Topics;
import khabar.topics.WireFormat;
import org.jspecify.annotations.Nullable;

/** A live view together with the reader that keeps it up to date, once the topics are there to be read. */
public final class LiveNews implements AutoCloseable {
    private static final Duration NO_TIME = Duration.ZERO;

    private final LiveView view = new LiveView(Clock.systemUTC());
    private final Consumer<Output> arrivals;
    private volatile @Nullable OutputReader reader;

    /** A view, and nobody else who wants to know. */
    public LiveNews() {
        this(output -> {});
    }

    /**
     * A view, and somebody who wants to know of what happens from now on.
     *
     * @param arrivals gets every record that was not there when reading began, from one thread
     */
    public LiveNews(Consumer<Output> arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Reads the newest windows and articles of the output topics, which must be there.
     *
     * @param client how to reach the cluster
     * @param format form of the values
     * @param windowSizes sizes of the windows; the greatest decides how far back to read
     */
    public OutputReader readNewest(Map<String, Object> client, WireFormat format, List<Duration> windowSizes) {
        Start counts =
                Start.windowBack(windowSizes.stream().max(Duration::compareTo).orElse(NO_TIME));
        Map<String, Start> topics = Map.of(
                Topics.TOP_ENTITIES.name(),
                counts,
                Topics.SUBJECT_COUNTS.name(),
                counts,
                Topics.TRENDS.name(),
                counts,
                Topics.ALERTS.name(),
                counts,
                Topics.ENRICHED.name(),
                Start.newestArticles(),
                Topics.REJECTED.name(),
                counts,
                Topics.DEAD_LETTERS,
                counts);
        return read(OutputReader.start(client, format, topics, view.andThen(this::tell)));
    }

    /**
     * Reads everything that the output topics of a young cluster hold, entity counts too.
     *
     * @param client how to reach the cluster
     * @param format form of the values
     * @param follower also gets every record, from one thread
     */
    public OutputReader readEverything(Map<String, Object> client, WireFormat format, Consumer<Output> follower) {
        Map<String, Start> topics = Map.of(
                Topics.TOP_ENTITIES.name(),
                Start.AT_THE_BEGINNING,
                Topics.ENTITY_COUNTS.name(),
                Start.AT_THE_BEGINNING,
                Topics.SUBJECT_COUNTS.name(),
                Start.AT_THE_BEGINNING,
                Topics.TRENDS.name(),
                Start.AT_THE_BEGINNING,
                Topics.ALERTS.name(),
                Start.AT_THE_BEGINNING,
                Topics.ENRICHED.name(),
                Start.AT_THE_BEGINNING,
                Topics.REJECTED.name(),
                Start.AT_THE_BEGINNING,
                Topics.DEAD_LETTERS,
                Start.AT_THE_BEGINNING);
        return read(OutputReader.start(
                client, format, topics, view.andThen(this::tell).andThen(follower)));
    }

    /** The view. */
    public LiveView view() {
        return view;
    }

    @Override
    public void close() {
        OutputReader now = reader;
        if (now != null) {
            now.close();
        }
    }

    private boolean isComplete() {
        OutputReader now = reader;
        return now != null && now.isCaughtUp();
    }

    private void tell(Output output) {
        if (isComplete()) {
            arrivals.accept(output);
        }
    }

    private OutputReader read(OutputReader started) {
        reader = started;
        return started;
    }
}
