package khabar.language.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReliabilityTest {
    @Test
    void scoresThatMeetTheShareOfRightAnswersHaveNoError() {
        Reliability reliability = new Reliability();
        for (int i = 0; i < 10; i++) {
            reliability.add(0.7, i < 7);
            reliability.add(0.2, i < 2);
        }
        assertThat(reliability.expectedError()).isCloseTo(0, within(1e-9));
        assertThat(reliability.bins()).hasSize(2);
    }

    @Test
    void scoresThatPromiseTooMuchHaveTheDifferenceAsError() {
        Reliability reliability = new Reliability();
        for (int i = 0; i < 10; i++) {
            reliability.add(1.0, i < 4);
        }
        assertThat(reliability.expectedError()).isCloseTo(0.6, within(1e-9));
    }
}
