package khabar.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import khabar.query.events.EventHistory;
import khabar.query.events.EventReader;
import khabar.query.events.OutputEvent;
import khabar.query.events.Positions;
import khabar.topics.WireFormat;
import khabar.web.Asked;
import khabar.web.EventChannel;
import khabar.web.Reply;
import khabar.web.Routes;
import khabar.web.StreamedRoute;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/stream}: what the topology publishes, as it happens. An id is a position in the topics
 * themselves, so a reader that comes back with its last one, to any instance, misses nothing and gets
 * nothing twice. The topics are read while there are readers. Everything but the reading of the past
 * happens on one thread, ten times a second; readers with equal filters share their bytes.
 */
public final class EventStream implements StreamedRoute, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration EVERY = Duration.ofMillis(100);
    /** Below the time after which an idle connection is closed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration LINGER = Duration.ofMinutes(1);
    private static final int MOST_READERS = 10_000;
    private static final long TAIL = 2_000;
    private static final int THREADS_FOR_THE_PAST = 4;

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(daemon("events"));
    private final ExecutorService past = Executors.newFixedThreadPool(THREADS_FOR_THE_PAST, daemon("events-past"));
    private final AtomicInteger taken = new AtomicInteger();
    private final List<OutputEvent> arrived = new ArrayList<>();
    private volatile @Nullable Source source;

    // The rest belongs to the thread of the beat.
    private final List<Reader> readers = new ArrayList<>();
    private @Nullable EventReader reading;
    private Positions now = Positions.of(Map.of());
    private Recent recent = new Recent(now);
    private long lastSent = System.nanoTime();
    private long lastReader = System.nanoTime();

    private record Source(Map<String, Object> client, WireFormat format) {}

    /** A stream that has nothing to read yet. */
    public EventStream() {
        beat.scheduleWithFixedDelay(this::guardedBeat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Adds {@code /api/stream}. */
    public void addTo(Routes routes) {
        routes.addStreamed("/api/stream", this);
    }

    /** From now on there is something to read: the topics are on the given cluster. */
    public void attach(Map<String, Object> client, WireFormat format) {
        source = new Source(client, format);
    }

    @Override
    public Opened open(Asked asked, Optional<String> lastEventId) {
        EventFilter filter = EventFilter.of(asked);
        Optional<Positions> from =
                lastEventId.filter(id -> !id.isEmpty()).map(id -> Positions.parse("Last-Event-ID", id));
        if (source == null) {
            return refused("state: starting (expected: topics that can be read); ask again", "1");
        }
        if (taken.get() >= MOST_READERS) {
            return refused("readers: " + MOST_READERS + " are here (expected: fewer); ask again", "10");
        }
        return new Opened.Taken(channel -> {
            taken.incrementAndGet();
            beat.execute(() -> join(filter, from, channel));
        });
    }

    /** How many readers there are. */
    public int readers() {
        return taken.get();
    }

    @Override
    public void close() {
        beat.execute(this::leaveAll);
        beat.shutdown();
        past.shutdownNow();
        try {
            if (!beat.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("event stream: did not stop within 5 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Opened refused(String detail, String seconds) {
        return new Opened.Refused(
                Reply.problem(Reply.NOT_READY, "Not ready", detail).with("Retry-After", seconds));
    }

    private void join(EventFilter filter, Optional<Positions> from, EventChannel channel) {
        Source open = source;
        if (open == null || !isReading(open)) {
            channel.end();
            taken.decrementAndGet();
            return;
        }
        Positions start = from.map(before -> before.completedBy(now)).orElse(now);
        Reader reader = new Reader(filter, channel, start);
        readers.add(reader);
        channel.send(EventForms.opening(start));
        if (from.isEmpty()) {
            reader.catchUp();
            return;
        }
        List<OutputEvent> known = recent.covers(start) ? recent.after(start) : List.of();
        Positions until = now.copy();
        EventHistory history = recent.covers(start) ? null : new EventHistory(open.client(), open.format());
        past.execute(() -> new CatchingUp(reader, known, history).run(start, until));
    }

    /** Whether the topics are being read; opens them where they are not. */
    private boolean isReading(Source from) {
        if (reading != null && reading.isReading()) {
            return true;
        }
        try {
            synchronized (arrived) {
                arrived.clear();
            }
            reading = EventReader.open(from.client(), from.format(), TAIL, this::begin, this::arrive);
            reading.start();
            return true;
        } catch (RuntimeException unreadable) {
            LOG.error("event stream: {} (expected: topics that can be read)", unreadable.toString());
            reading = null;
            return false;
        }
    }

    private void begin(Positions first) {
        now = first.copy();
        recent = new Recent(first);
    }

    private void arrive(List<OutputEvent> events) {
        synchronized (arrived) {
            arrived.addAll(events);
        }
    }

    private void guardedBeat() {
        try {
            beatOnce();
        } catch (RuntimeException failure) {
            LOG.error("event stream: {}", failure.toString(), failure);
            leaveAll();
        }
    }

    private void beatOnce() {
        readers.removeIf(reader -> {
            boolean gone = reader.channel().isClosed();
            if (gone) {
                taken.decrementAndGet();
            }
            return gone;
        });
        if (reading != null && !reading.isReading()) {
            leaveAll();
            return;
        }
        List<OutputEvent> events = new ArrayList<>();
        synchronized (arrived) {
            events.addAll(arrived);
            arrived.clear();
        }
        if (!events.isEmpty()) {
            send(events);
        } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
            lastSent = System.nanoTime();
            readers.stream()
                    .filter(Reader::isLive)
                    .forEach(reader -> reader.channel().send(EventForms.mark(reader.positions())));
        }
        closeWhenAlone();
    }

    private void send(List<OutputEvent> events) {
        Map<EventFilter, byte[]> shared = new HashMap<>();
        Positions before = now.copy();
        events.forEach(now::pass);
        for (Reader reader : readers) {
            if (reader.shares(before)) {
                byte[] bytes = shared.computeIfAbsent(reader.filter(), filter -> rendered(filter, before, events));
                reader.move(now, bytes);
            } else {
                reader.happened(events);
            }
        }
        recent.add(events);
    }

    private static byte[] rendered(EventFilter filter, Positions before, List<OutputEvent> events) {
        Positions moving = before.copy();
        StringBuilder text = new StringBuilder();
        for (OutputEvent event : events) {
            moving.pass(event);
            if (filter.lets(event)) {
                text.append(EventForms.event(event, moving));
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    private void closeWhenAlone() {
        if (!readers.isEmpty()) {
            lastReader = System.nanoTime();
        } else if (reading != null && System.nanoTime() - lastReader > LINGER.toNanos()) {
            reading.close();
            reading = null;
        }
    }

    /** Lets all readers go: they come back with their last ids. */
    private void leaveAll() {
        for (Iterator<Reader> each = readers.iterator(); each.hasNext(); each.remove()) {
            each.next().channel().end();
            taken.decrementAndGet();
        }
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, "khabar-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
