package khabar.web.held;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import khabar.web.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Replies that are held for as long as what they were read from does not change. However many ask the same
 * at once, it is read once; nobody gets what was true before. Bounded: what was not asked for longest goes
 * first, and long replies are not held. For many threads.
 */
public final class HeldReplies {
    private static final int MOST_TARGETS = 256;
    private static final int LONGEST_TARGET = 512;
    private static final int LONGEST_BODY = 64 << 10;

    private final Map<String, Held> byTarget = new LinkedHashMap<>(MOST_TARGETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST_TARGETS;
        }
    };

    /** Nothing yet. */
    public HeldReplies() {}

    /**
     * The reply to a question.
     *
     * @param target the whole question, as it was asked
     * @param state what the reply is made from; equal for as long as that is the same
     * @param reading reads the reply anew
     */
    public Reply reply(String target, Supplier<?> state, Supplier<Reply> reading) {
        return target.length() > LONGEST_TARGET ? reading.get() : held(target).reply(state, reading);
    }

    private synchronized Held held(String target) {
        return byTarget.computeIfAbsent(target, unknown -> new Held());
    }

    /**
     * What is known of a reply.
     *
     * @param state what it was read from
     */
    private record Known(Object state, Reply reply) {}

    /** The reply to one question. Whoever reads it anew holds the lock; those who ask meanwhile wait for it. */
    private static final class Held {
        private volatile @Nullable Known known;

        Reply reply(Supplier<?> state, Supplier<Reply> reading) {
            Known newest = known;
            return newest != null && newest.state().equals(state.get()) ? newest.reply() : readOnce(state, reading);
        }

        private synchronized Reply readOnce(Supplier<?> state, Supplier<Reply> reading) {
            // Asked before reading: what changes meanwhile is read again next time.
            Object now = state.get();
            Known newest = known;
            if (newest != null && newest.state().equals(now)) {
                return newest.reply();
            }
            Reply reply = reading.get();
            boolean kept = reply.status() == Reply.OK && reply.body().length() <= LONGEST_BODY;
            known = kept ? new Known(now, reply) : null;
            return reply;
        }
    }
}
