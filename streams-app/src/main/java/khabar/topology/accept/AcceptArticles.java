package khabar.topology.accept;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import khabar.schemas.Article;
import khabar.schemas.RejectReason;
import khabar.schemas.RejectedArticle;
import khabar.schemas.TopicPosition;
import khabar.schemas.state.FeedClock;
import khabar.topics.again.SentAgain;
import khabar.topology.CommitTimes;
import khabar.topology.TopologyOptions;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Sends every article on as accepted or refused, keeps the greatest event time of its partition, and
 * tells how far the feed has come whenever that changed, or when the feed falls silent.
 */
public final class AcceptArticles implements Processor<String, Article, String, Admission> {
    private static final Set<RejectReason> TOO_LARGE_TO_CARRY =
            EnumSet.of(RejectReason.TOO_LARGE, RejectReason.FIELD_TOO_LARGE);
    private static final String STORE = "feed-time";
    private static final String FEED_TIME = "feed-time";
    private static final String CLOCK_KEY = "feed-clock";

    private final TopologyOptions options;
    private final Door door;
    private ProcessorContext<String, Admission> context;
    private CommitTimes commits;
    private KeyValueStore<String, Long> store;
    private @Nullable Instant feedTime;
    private @Nullable FeedClock lastTick;
    private long lastArrival;

    @SuppressWarnings("NullAway.Init") // init comes first, by the contract of Processor
    private AcceptArticles(TopologyOptions options) {
        this.options = options;
        this.door = new Door(options);
    }

    /** The stage, with its store. */
    public static ProcessorSupplier<String, Article, String, Admission> stage(TopologyOptions options) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Article, String, Admission> get() {
                return new AcceptArticles(options);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                // Cached: one change for each commit is enough.
                return Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Admission> processorContext) {
        context = processorContext;
        store = context.getStateStore(STORE);
        Long stored = store.get(FEED_TIME);
        feedTime = stored == null ? null : Instant.ofEpochMilli(stored);
        lastArrival = context.currentSystemTimeMs();
        commits = CommitTimes.of(context);
        CommitTimes.keep(context);
        CommitTimes.atMultiplesOf(options.paneInterval(), context, this::tick);
    }

    @Override
    public void process(Record<String, Article> arrived) {
        lastArrival = context.currentSystemTimeMs();
        commits.heard(arrived.timestamp(), lastArrival);
        Instant ingestedAt = Instant.ofEpochMilli(arrived.timestamp());
        Article article = arrived.value();
        Optional<Refusal> refusal =
                door.refusal(arrived.headers()).or(() -> door.refusal(arrived.key(), article, ingestedAt, feedTime));
        if (refusal.isPresent()) {
            refuse(arrived, refusal.get());
            return;
        }
        Instant newest = advance(article.getPublishedAt());
        context.forward(arrived.withValue(new Admission.Accepted(
                article, Long.parseLong(article.getVersion()), ingestedAt, door.horizonStart(newest))));
    }

    private Instant advance(Instant publishedAt) {
        Instant before = feedTime;
        if (before != null && !publishedAt.isAfter(before)) {
            return before;
        }
        store.put(FEED_TIME, publishedAt.toEpochMilli());
        feedTime = publishedAt;
        return publishedAt;
    }

    private void refuse(Record<String, Article> arrived, Refusal refusal) {
        Headers headers = arrived.headers();
        if (refusal.reason() == RejectReason.HEADERS_TOO_LARGE) {
            headers = new RecordHeaders();
        }
        context.forward(arrived.withValue((Admission) new Admission.Refused(rejected(arrived, refusal)))
                .withHeaders(headers));
    }

    private RejectedArticle rejected(Record<String, Article> arrived, Refusal refusal) {
        // Whatever is too large to be counted is also too large to be carried along: its position leads to it.
        boolean carried = !TOO_LARGE_TO_CARRY.contains(refusal.reason());
        return RejectedArticle.newBuilder()
                .setUri(arrived.key())
                .setReason(refusal.reason())
                .setDetail(refusal.detail())
                .setRejectedAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
                .setTopicPosition(position())
                .setArticle(carried ? arrived.value() : null)
                .setRedriven(SentAgain.redriven(arrived.headers()))
                .build();
    }

    private @Nullable TopicPosition position() {
        return context.recordMetadata()
                .map(at -> new TopicPosition(at.topic(), at.partition(), at.offset()))
                .orElse(null);
    }

    private void tick(long now) {
        boolean idle = now - lastArrival >= options.idleClose().toMillis();
        FeedClock clock = new FeedClock(context.taskId().partition(), feedTime, idle, null);
        boolean silentFromTheStart = feedTime == null && !idle;
        if (!silentFromTheStart && saysMore(clock, lastTick)) {
            lastTick = clock;
            context.forward(new Record<>(CLOCK_KEY, new Admission.Ticked(clock), now));
        }
    }

    /**
     * Whether the clock says more than the one before: a second of event time, since windows begin and end with one, or
     * anything at all where the feed fell silent or came back. All partitions of all that counts hear of it.
     */
    private static boolean saysMore(FeedClock clock, @Nullable FeedClock before) {
        if (before == null || before.getFeedTime() == null || clock.getFeedTime() == null || clock.getIdle()) {
            return !clock.equals(before);
        }
        return before.getIdle()
                || clock.getFeedTime().getEpochSecond() > before.getFeedTime().getEpochSecond();
    }
}
