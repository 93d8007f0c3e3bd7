package khabar.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BackgroundTest {
    @Test
    void whatIsStartedThereHasTheLeastPriorityAndThisThreadKeepsItsOwn() {
        int own = Thread.currentThread().getPriority();
        Thread started = Background.start(() -> new Thread(() -> {}));
        assertThat(started.getPriority()).isEqualTo(Thread.MIN_PRIORITY).isLessThan(own);
        assertThat(Thread.currentThread().getPriority()).isEqualTo(own);
    }

    @Test
    void aFailureThereIsAFailureHere() {
        IllegalArgumentException failure = new IllegalArgumentException("port: 0 (expected: 1)");
        assertThatThrownBy(() -> Background.start(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
