package khabar.feed.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import khabar.feed.pace.Pace;
import khabar.feed.pace.Ticker;
import org.jspecify.annotations.Nullable;

/** Sends at the pace that was asked for, ends transactions in time and tells how it goes. */
final class Sending {
    private static final long LONGEST_SLEEP = Duration.ofMillis(50).toNanos();
    private static final long BETWEEN_PROGRESS = Duration.ofMillis(200).toNanos();

    private final RunSettings settings;
    private final Ticker ticker;
    private final Supplier<Position> position;
    private final LongSupplier bytesRead;
    private final long begun;
    private long lastCommit;
    private long lastProgress;
    private int open;
    private long articles;
    private @Nullable Instant first;
    private Duration covered = Duration.ZERO;

    /** Begins now; asks for the position whenever a transaction ends. */
    Sending(RunSettings settings, Supplier<Position> position, LongSupplier bytesRead) {
        this.settings = settings;
        this.ticker = settings.ticker();
        this.position = position;
        this.bytesRead = bytesRead;
        this.begun = ticker.nanos();
        this.lastCommit = begun;
    }

    /** Waits until the article is due and sends it; false where the run was stopped before. */
    boolean article(Outgoing outgoing, Instant publishedAt, BooleanSupplier stopped) {
        if (first == null) {
            first = publishedAt;
        }
        Duration sinceFirst = Duration.between(first, publishedAt);
        if (!await(begun + settings.pace().dueNanos(articles, sinceFirst), stopped)) {
            return false;
        }
        covered = sinceFirst.compareTo(covered) > 0 ? sinceFirst : covered;
        articles++;
        send(outgoing);
        return true;
    }

    void send(Outgoing outgoing) {
        settings.outlet().send(outgoing);
        open++;
    }

    /** Ends the transaction if it is old or large enough. To be called when the position is up to date. */
    void settle(long totalBytes) {
        long now = ticker.nanos();
        commitIfDue(now);
        if (now - lastProgress >= BETWEEN_PROGRESS) {
            lastProgress = now;
            Position reached = position.get();
            settings.progress()
                    .show(new Progress.State(
                            reached.accepted(),
                            reached.read() - reached.accepted(),
                            articles,
                            bytesRead.getAsLong(),
                            totalBytes,
                            elapsed()));
        }
    }

    void commit() {
        settings.outlet().commit(position.get());
        open = 0;
        lastCommit = ticker.nanos();
    }

    /** Articles sent in this run. */
    long articles() {
        return articles;
    }

    /** Time since the run began. */
    Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - begun);
    }

    /** The pace reached so far. */
    String achieved() {
        Pace pace = settings.pace();
        return pace.achieved(articles, covered, elapsed());
    }

    private boolean await(long due, BooleanSupplier stopped) {
        for (long now = ticker.nanos(); now < due; now = ticker.nanos()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            commitIfDue(now);
            ticker.sleep(Math.min(due - now, LONGEST_SLEEP));
        }
        return true;
    }

    private void commitIfDue(long now) {
        boolean old = now - lastCommit >= settings.commit().every().toNanos();
        if (open > 0 && (old || open >= settings.commit().records())) {
            commit();
        }
    }
}
