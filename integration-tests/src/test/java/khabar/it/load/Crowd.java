package khabar.it.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many readers of server-sent events, on one thread. Most only take what comes; some are witnesses, who note when. */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;
    private static final int EVERY_WITNESS = 100;
    private static final int CHUNK = 256 * 1024;

    private final Selector selector;
    private final List<Listener> listeners = new ArrayList<>();
    private final Thread thread = new Thread(this::listen, "crowd");
    private volatile boolean closing;
    private volatile long bytes;
    private volatile int connected;
    private volatile int gone;

    /** One reader; a witness where it has ears. */
    private static final class Listener {
        private final SocketChannel channel;
        private final Witness witness;
        private final boolean listens;
        private boolean answered;

        Listener(SocketChannel channel, Witness witness, boolean listens) {
            this.channel = channel;
            this.witness = witness;
            this.listens = listens;
        }
    }

    private Crowd() throws IOException {
        selector = Selector.open();
        thread.setDaemon(true);
    }

    /** So many readers of the address; returns when all are connected and answered. */
    static Crowd gather(URI address, int size) {
        try {
            Crowd crowd = new Crowd();
            crowd.thread.start();
            for (int i = 0; i < size; i += AT_ONCE) {
                int until = Math.min(size, i + AT_ONCE);
                for (int next = i; next < until; next++) {
                    crowd.connect(address, next % EVERY_WITNESS == 0);
                }
                await(until + " readers are connected")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> crowd.connected + crowd.gone >= until);
            }
            return crowd;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void connect(URI address, boolean listens) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        Sse.ask(channel, address);
        channel.configureBlocking(false);
        Listener listener = new Listener(channel, new Witness(), listens);
        synchronized (listeners) {
            listeners.add(listener);
        }
        channel.register(selector, SelectionKey.OP_READ, listener);
        selector.wakeup();
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (!closing) {
                selector.select(key -> take((Listener) key.attachment(), key, buffer), 100);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(Listener listener, SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            int read = listener.channel.read(buffer);
            if (read < 0) {
                leave(key, listener);
                return;
            }
            bytes += read;
            if (!listener.answered) {
                listener.answered = true;
                connected++;
            }
            if (listener.listens) {
                listener.witness.hear(new String(buffer.array(), 0, read, US_ASCII), System.currentTimeMillis());
            }
        } catch (IOException reset) {
            leave(key, listener);
        }
    }

    private void leave(SelectionKey key, Listener listener) {
        key.cancel();
        gone++;
        close(listener);
    }

    /** Bytes that all have read. */
    long bytes() {
        return bytes;
    }

    /** How many the server has left. */
    int gone() {
        return gone;
    }

    int size() {
        return listeners.size();
    }

    /** Those who note when they heard what; to be asked when nothing is read any more. */
    List<Witness> witnesses() {
        synchronized (listeners) {
            return listeners.stream()
                    .filter(each -> each.listens)
                    .map(each -> each.witness)
                    .toList();
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
            listeners.forEach(Crowd::close);
            selector.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(Listener listener) {
        try {
            listener.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            listener.channel.close();
        } catch (IOException gone) {
            // It was the server who left.
        }
    }
}
