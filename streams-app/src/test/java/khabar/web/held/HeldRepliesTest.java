package khabar.web.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import khabar.web.Reply;
import org.junit.jupiter.api.Test;

final class HeldRepliesTest {
    private final HeldReplies replies = new HeldReplies();
    private final AtomicLong state = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();

    @Test
    void aReplyIsReadOnceForEachState() {
        Reply first = ask("/a");
        Reply again = ask("/a");
        state.incrementAndGet();
        Reply changed = ask("/a");

        assertThat(again).isSameAs(first);
        assertThat(changed).isNotSameAs(first);
        assertThat(readings).hasValue(2);
        assertThat(ask("/b")).isNotSameAs(changed);
    }

    @Test
    void thoseWhoAskMeanwhileWaitForTheOneReading() throws Exception {
        CountDownLatch asked = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> got = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                got.add(threads.submit(() -> {
                    asked.countDown();
                    return replies.reply("/a", state::get, () -> {
                        await(asked);
                        return reply(Reply.OK, 1);
                    });
                }));
            }
            for (Future<Reply> one : got) {
                assertThat(one.get()).isSameAs(got.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void whatChangesWhileItIsReadIsReadAgain() {
        Reply torn = replies.reply("/a", state::get, () -> {
            state.incrementAndGet();
            return reply(Reply.OK, 1);
        });

        assertThat(ask("/a")).isNotSameAs(torn);
    }

    @Test
    void onlyShortRepliesThatAreWellAreHeld() {
        for (Reply reply : List.of(reply(Reply.NOT_FOUND, 1), reply(Reply.OK, 1 << 20))) {
            replies.reply("/a", state::get, () -> reply);
            assertThat(ask("/a")).isNotSameAs(reply);
            state.incrementAndGet();
        }
        String longest = "/" + "a".repeat(10_000);
        assertThat(ask(longest)).isNotSameAs(ask(longest));
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        Reply asked = ask("/asked");
        Reply left = ask("/left");
        for (int i = 0; i < 255; i++) {
            ask("/" + i);
            assertThat(ask("/asked")).isSameAs(asked);
        }

        assertThat(ask("/left")).isNotSameAs(left);
    }

    private Reply ask(String target) {
        return replies.reply(target, state::get, () -> reply(Reply.OK, 1));
    }

    private Reply reply(int status, int length) {
        readings.incrementAndGet();
        return new Reply(status, "text/plain", new byte[length], Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
