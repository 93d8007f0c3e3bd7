package khabar.query.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabar.topics.Topics;
import khabar.topics.WireFormat;

/** A live view together with the reader that keeps it up to date. */
public final class LiveNews implements AutoCloseable {
    private static final Duration NO_TIME = Duration.ZERO;

    private final LiveView view;
    private final OutputReader reader;

    private LiveNews(LiveView view, OutputReader reader) {
        this.view = view;
        this.reader = reader;
    }

    /**
     * Opens a view of the output topics, which must be there.
     *
     * @param client how to reach the cluster
     * @param format form of the values
     * @param windowSizes sizes of the windows; the greatest decides how far back to read
     * @param follower also gets every record, from one thread
     */
    public static LiveNews open(
            Map<String, Object> client, WireFormat format, List<Duration> windowSizes, Consumer<Output> follower) {
        LiveView view = new LiveView(Clock.systemUTC());
        Start counts =
                Start.windowBack(windowSizes.stream().max(Duration::compareTo).orElse(NO_TIME));
        Map<String, Start> topics = Map.of(
                Topics.TOP_ENTITIES.name(),
                counts,
                Topics.SUBJECT_COUNTS.name(),
                counts,
                Topics.ENRICHED.name(),
                Start.newestArticles(),
                Topics.REJECTED.name(),
                counts,
                Topics.DEAD_LETTERS,
                counts);
        return new LiveNews(view, OutputReader.start(client, format, topics, view.andThen(follower)));
    }

    /** Opens a view of everything that the output topics of a young cluster hold, entity counts too. */
    public static LiveNews ofEverything(Map<String, Object> client, WireFormat format, Consumer<Output> follower) {
        LiveView view = new LiveView(Clock.systemUTC());
        Map<String, Start> topics = Map.of(
                Topics.TOP_ENTITIES.name(),
                Start.AT_THE_BEGINNING,
                Topics.ENTITY_COUNTS.name(),
                Start.AT_THE_BEGINNING,
                Topics.SUBJECT_COUNTS.name(),
                Start.AT_THE_BEGINNING,
                Topics.ENRICHED.name(),
                Start.AT_THE_BEGINNING,
                Topics.REJECTED.name(),
                Start.AT_THE_BEGINNING,
                Topics.DEAD_LETTERS,
                Start.AT_THE_BEGINNING);
        return new LiveNews(view, OutputReader.start(client, format, topics, view.andThen(follower)));
    }

    /** The view. */
    public LiveView view() {
        return view;
    }

    /** The reader of the view. */
    public OutputReader reader() {
        return reader;
    }

    @Override
    public void close() {
        reader.close();
    }
}
