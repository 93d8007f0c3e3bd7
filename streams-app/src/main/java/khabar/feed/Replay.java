package khabar.feed;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import khabar.feed.article.ArrivalTimes;
import khabar.feed.article.ArticleMaker;
import khabar.feed.article.FieldMap;
import khabar.feed.corpus.Corpus;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.replay.KafkaOutlet;
import khabar.feed.replay.Outlet;
import khabar.feed.replay.Position;
import khabar.feed.replay.ReplayRun;
import khabar.feed.replay.RunSettings;
import khabar.feed.show.DryRun;
import khabar.feed.unpack.CorpusReader;
import khabar.settings.SettingException;
import org.jspecify.annotations.Nullable;

/**
 * Replays a corpus as a feed. Replaying the same corpus again changes nothing downstream: uris, versions
 * and times come out the same.
 */
public final class Replay {
    private final ReplayOptions options;
    private final Supplier<Outlet> outlets;
    private final ReplayMeans means;
    private final Corpus corpus;
    private final CorpusReader reader;
    private final FieldMap fields;
    private volatile boolean stopped;
    private volatile @Nullable ReplayRun running;

    private Replay(ReplayOptions options, Supplier<Outlet> outlets, ReplayMeans means) {
        this.options = options;
        this.outlets = outlets;
        this.means = means;
        this.corpus = Corpus.of(options.paths());
        this.fields = FieldMap.of(options.mapping());
        this.reader = new CorpusReader(options.limits(), fields::hasText, means.standardInput());
        if (options.rounds() > 1 && options.paths().contains(CorpusFile.STANDARD_INPUT)) {
            throw new SettingException("loop", "-", "files: standard input can be read once only");
        }
    }

    /**
     * A replay that sends to Kafka. Throws {@link SettingException} where an option is unusable.
     *
     * @param client settings of Kafka clients, bootstrap.servers at least
     */
    public static Replay toKafka(ReplayOptions options, Map<String, Object> client, ReplayMeans means) {
        return new Replay(options, () -> KafkaOutlet.open(options.name(), client), means);
    }

    /** A replay that sends nothing and says what it would send, as a table or as JSON Lines. */
    public static Replay dry(ReplayOptions options, PrintStream out, boolean json, ReplayMeans means) {
        return new Replay(options, () -> new DryRun(out, json), means);
    }

    /** A replay that sends to an outlet of the caller. */
    public static Replay to(Outlet outlet, ReplayOptions options, ReplayMeans means) {
        return new Replay(options, () -> outlet, means);
    }

    /**
     * Replays to the end, or until {@link #stop}. Throws {@link
     * khabar.feed.replay.DeliveryException} where Kafka does not take what is sent; what was committed before
     * stays, and a resumed run goes on from there.
     */
    public ReplaySummary run() {
        try (Outlet outlet = outlets.get()) {
            Optional<Position> from = options.resume() ? outlet.committed() : Optional.empty();
            ReplayRun run = new ReplayRun(corpus, reader, maker(), settings(outlet));
            from.ifPresent(position -> run.resumeAt(sameCorpus(position)));
            running = run;
            if (stopped) {
                run.stop();
            }
            run.run();
            return summary(run, from.isPresent());
        }
    }

    /** Ends the run after the record at hand, with everything sent so far committed. From any thread. */
    public void stop() {
        stopped = true;
        ReplayRun run = running;
        if (run != null) {
            run.stop();
        }
    }

    private Position sameCorpus(Position position) {
        if (!position.corpus().equals(corpus.digest())) {
            throw new SettingException(
                    "resume",
                    options.name(),
                    "the same files as before, in names, sizes and order; without --resume it starts anew");
        }
        return position;
    }

    private ArticleMaker maker() {
        return new ArticleMaker(
                fields, new ArrivalTimes(options.start(), options.interval(), options.now() ? means.clock() : null));
    }

    private RunSettings settings(Outlet outlet) {
        return new RunSettings(
                outlet,
                means.format(),
                options.pace(),
                options.max(),
                options.rounds(),
                options.interval(),
                options.limits().recordMaxBytes(),
                options.commit(),
                means.clock(),
                means.ticker(),
                means.progress());
    }

    private ReplaySummary summary(ReplayRun run, boolean resumed) {
        List<CorpusFile> files = corpus.files();
        return new ReplaySummary(
                options.name(),
                files.size(),
                run.position(),
                run.articles(),
                reader.bytesRead(),
                run.elapsed(),
                options.pace().asked(),
                run.achievedPace(),
                resumed,
                run.isStopped());
    }
}
