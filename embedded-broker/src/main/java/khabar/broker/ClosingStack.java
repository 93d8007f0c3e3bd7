package khabar.broker;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far; closes all of it, the newest first, whatever fails on the way. */
final class ClosingStack implements Closeable {
    private final Deque<Closeable> opened = new ArrayDeque<>();

    <T extends Closeable> T opened(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    @SuppressWarnings("try") // "older" is there to be closed, not to be named.
    public void close() throws IOException {
        if (opened.isEmpty()) {
            return;
        }
        Closeable newest = opened.pop();
        try (ClosingStack older = this) {
            newest.close();
        }
    }
}
