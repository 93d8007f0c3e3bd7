package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One reader of server-sent events. Nothing here waits: what is sent is queued and written as fast as
 * the reader takes it. A reader that falls behind by more than {@link #MOST_BYTES} is told so, as far as
 * it still listens, and dropped. Safe for many threads.
 */
public final class EventChannel {
    /** What may wait for a reader. */
    static final long MOST_BYTES = 4L << 20;

    private final Response response;
    private final Callback exchange;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private final Writer writer = new Writer();
    private long waitingBytes;
    private boolean ending;
    private boolean closed;

    /** A channel over an exchange whose status and headers are set. */
    EventChannel(Response response, Callback exchange) {
        this.response = response;
        this.exchange = exchange;
    }

    /** Sends bytes that end with an empty line; they are not copied and must not be changed. */
    public void send(byte[] events) {
        if (takes(events)) {
            writer.iterate();
        } else {
            drop("too slow: more than " + MOST_BYTES + " bytes wait (expected: a reader that keeps up)");
        }
    }

    private synchronized boolean takes(byte[] events) {
        if (ending || closed) {
            return true;
        }
        if (waitingBytes + events.length > MOST_BYTES) {
            return false;
        }
        waiting.add(ByteBuffer.wrap(events));
        waitingBytes += events.length;
        return true;
    }

    /** Ends at once with a reason, in place of what waits. The reason holds neither quotes nor line breaks. */
    public void drop(String reason) {
        synchronized (this) {
            if (ending || closed) {
                return;
            }
            waiting.clear();
            waiting.add(ByteBuffer.wrap(("event: dropped\ndata: {\"reason\":\"" + reason + "\"}\n\n").getBytes(UTF_8)));
            waitingBytes = 0;
            ending = true;
            notifyAll();
        }
        writer.iterate();
    }

    /** Waits until half of what may wait is written, for whoever has much to send; false where that takes longer. */
    public synchronized boolean awaitRoom(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (waitingBytes > MOST_BYTES / 2 && !closed && !ending) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return !closed && !ending;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends what waits, then ends. */
    public void end() {
        synchronized (this) {
            ending = true;
        }
        writer.iterate();
    }

    /** Whether nothing can be sent any more. */
    public synchronized boolean isClosed() {
        return closed || ending;
    }

    /** The reader went away. */
    void fail(Throwable cause) {
        if (markClosed()) {
            exchange.failed(cause);
        }
    }

    private synchronized boolean markClosed() {
        boolean first = !closed;
        closed = true;
        waiting.clear();
        notifyAll();
        return first;
    }

    private synchronized @Nullable ByteBuffer take() {
        ByteBuffer next = waiting.poll();
        if (next != null) {
            waitingBytes = Math.max(0, waitingBytes - next.remaining());
            notifyAll();
        }
        return next;
    }

    private synchronized boolean isThrough() {
        return ending && waiting.isEmpty();
    }

    private final class Writer extends IteratingCallback {
        @Override
        protected Action process() {
            ByteBuffer next = take();
            if (next != null) {
                response.write(false, next, this);
                return Action.SCHEDULED;
            }
            return isThrough() ? Action.SUCCEEDED : Action.IDLE;
        }

        @Override
        protected void onCompleteSuccess() {
            if (markClosed()) {
                response.write(true, ByteBuffer.allocate(0), exchange);
            }
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            fail(cause);
        }
    }
}
