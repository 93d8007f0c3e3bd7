package khabar.feed.replay;

import java.time.Duration;
import java.util.List;
import khabar.feed.article.ArticleMaker;
import khabar.feed.article.Made;
import khabar.feed.article.Turn;
import khabar.feed.corpus.Corpus;
import khabar.feed.corpus.CorpusFile;
import khabar.feed.record.Reading;
import khabar.feed.record.Reading.Refusal;
import khabar.feed.unpack.CorpusReader;
import khabar.feed.unpack.PlacedRecord;
import khabar.schemas.RejectReason;
import org.jspecify.annotations.Nullable;

/** One run of a replay over a corpus, from a position to its end or until it is stopped. */
public final class ReplayRun {
    private final Corpus corpus;
    private final CorpusReader reader;
    private final ArticleMaker maker;
    private final RunSettings settings;
    private final Letters letters;
    private final Tally tally = new Tally();
    private final String digest;
    private final long corpusBytes;
    private final Sending sending;
    private volatile boolean stopped;
    private int round = 1;
    private int file;
    private long record;
    private long place;
    private long skip;
    private long spanMillis = -1;
    private boolean done;

    /** Reads the corpus with the reader, makes articles with the maker, and sends. */
    public ReplayRun(Corpus corpus, CorpusReader reader, ArticleMaker maker, RunSettings settings) {
        this.corpus = corpus;
        this.reader = reader;
        this.maker = maker;
        this.settings = settings;
        this.letters = new Letters(settings.format(), settings.clock());
        this.digest = corpus.digest();
        this.corpusBytes = bytes(corpus.size(), settings.rounds());
        this.sending = new Sending(settings, this::position, reader::bytesRead);
    }

    /** Goes on where an earlier run has come to. */
    public void resumeAt(Position from) {
        round = from.round();
        file = from.file();
        record = from.record();
        place = from.place();
        skip = from.record();
        spanMillis = from.spanMillis();
        tally.restore(from);
        done = from.done() && round >= settings.rounds();
        if (from.done() && !done) {
            nextRound();
        }
    }

    /** Replays; returns when the last round is through, enough articles are sent, or somebody said stop. */
    public void run() {
        if (done) {
            return;
        }
        boolean goOn = true;
        while (goOn) {
            goOn = readRound();
            if (goOn) {
                // A corpus without records would be read for ever.
                done = round >= settings.rounds() || place == 0;
                goOn = !done;
                if (goOn) {
                    nextRound();
                }
            }
        }
        sending.commit();
    }

    /** Ends the run after the record at hand; may be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /** Whether the run was told to stop. */
    public boolean isStopped() {
        return stopped;
    }

    /** How far the run is. */
    public Position position() {
        return new Position(
                digest,
                round,
                file,
                record,
                place,
                spanMillis,
                tally.accepted(),
                tally.rejected(),
                tally.first(),
                tally.last(),
                done);
    }

    /** Articles sent in this run. */
    public long articles() {
        return sending.articles();
    }

    /** Time since the run began. */
    public Duration elapsed() {
        return sending.elapsed();
    }

    /** The pace reached, in the words in which it was asked for. */
    public String achievedPace() {
        return sending.achieved();
    }

    private boolean readRound() {
        List<CorpusFile> files = corpus.files();
        while (file < files.size()) {
            if (!reader.read(files.get(file), this::take)) {
                return false;
            }
            file++;
            record = 0;
            skip = 0;
        }
        if (spanMillis < 0) {
            spanMillis = tally.span().toMillis();
        }
        return true;
    }

    /** Of all rounds together; -1 where that is not known, or there is no last one. */
    private static long bytes(long corpus, int rounds) {
        return corpus < 0 || rounds == Integer.MAX_VALUE ? -1 : corpus * rounds;
    }

    private void nextRound() {
        round++;
        file = 0;
        record = 0;
        skip = 0;
        place = 0;
    }

    private boolean take(PlacedRecord placed) {
        if (skip > 0) {
            skip--;
            return !stopped;
        }
        if (isOver() || !deliver(placed)) {
            return false;
        }
        record++;
        place++;
        sending.settle(corpusBytes);
        return !isOver();
    }

    private boolean isOver() {
        return stopped
                || sending.articles() >= settings.maxArticles()
                || !settings.outlet().isHeard();
    }

    private boolean deliver(PlacedRecord placed) {
        Made made = make(placed);
        if (made instanceof Made.Arrival arrival) {
            Outgoing outgoing = letters.article(arrival);
            if (outgoing.size() <= settings.recordMaxBytes()) {
                if (!sending.article(outgoing, arrival.article().getPublishedAt(), this::isStopped)) {
                    return false;
                }
                tally.accept(
                        arrival.article().getPublishedAt(), settings.clock().instant());
                return true;
            }
            Refusal tooLarge = Letters.tooLarge(outgoing.size(), settings.recordMaxBytes());
            made = new Made.Refused(arrival.article().getUri(), tooLarge);
        }
        Made.Refused refused = (Made.Refused) made;
        refuse(placed, refused.uri(), refused.refusal());
        return true;
    }

    private void refuse(PlacedRecord placed, @Nullable String uri, Refusal refusal) {
        sending.send(letters.refusal(placed, uri, refusal, record + 1));
        tally.reject(refusal.reason());
    }

    private Made make(PlacedRecord placed) {
        try {
            Reading reading = placed.raw().reading().get();
            if (reading instanceof Reading.Fields fields) {
                return maker.make(fields.node(), new Turn(place, round, shift()));
            }
            return new Made.Refused(null, (Refusal) reading);
        } catch (RuntimeException unforeseen) {
            // No record may end a replay: what no reader foresaw is refused like the rest, visibly.
            return new Made.Refused(
                    null, new Refusal(RejectReason.UNKNOWN, "record: " + unforeseen + " (expected: readable)"));
        }
    }

    /** Later rounds continue in event time where the first one ended. */
    private Duration shift() {
        return round == 1
                ? Duration.ZERO
                : settings.interval().plusMillis(Math.max(0, spanMillis)).multipliedBy(round - 1L);
    }
}
