package khabar.language.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ArrayReaderTest {
    @Test
    void givesBackWhatWasWritten() {
        byte[] written = new ArrayWriter()
                .number(-7)
                .text("خبر")
                .chars(new char[] {'\u200c', '\ud800'})
                .ints(new int[] {1, Integer.MIN_VALUE})
                .longs(new long[] {})
                .longs(new long[] {Long.MAX_VALUE})
                .bytes(new byte[] {3})
                .written();
        ArrayReader in = new ArrayReader(written);

        assertThat(in.number()).isEqualTo(-7);
        assertThat(in.text()).isEqualTo("خبر");
        assertThat(in.chars()).containsExactly('\u200c', '\ud800');
        assertThat(in.ints()).containsExactly(1, Integer.MIN_VALUE);
        assertThat(in.longs()).isEmpty();
        assertThat(in.longs()).containsExactly(Long.MAX_VALUE);
        assertThat(in.bytes()).containsExactly(3);
    }

    @Test
    void refusesWhatEndsTooEarly() {
        byte[] written = new ArrayWriter().bytes(new byte[] {1, 2, 3}).written();
        ArrayReader in = new ArrayReader(Arrays.copyOf(written, written.length - 1));

        assertThatThrownBy(in::bytes).isInstanceOf(BufferUnderflowException.class);
    }
}
