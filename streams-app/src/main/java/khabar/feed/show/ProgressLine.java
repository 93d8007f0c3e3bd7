package khabar.feed.show;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import khabar.feed.replay.Progress;

/** Shows progress on one line that is drawn over on a terminal, or as a line every few seconds. */
public final class ProgressLine implements Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int BAR = 20;
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private Duration lastLine = Duration.ZERO;
    private boolean drawn;

    /** Draws over one line on a terminal, writes line after line elsewhere. */
    public ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void show(State state) {
        if (terminal) {
            out.print("\r" + bar(state) + line(state) + CLEAR_REST_OF_LINE);
            out.flush();
            drawn = true;
        } else if (state.elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = state.elapsed();
            out.println(line(state));
        }
    }

    /** Leaves a clean line for what comes next. */
    public void end() {
        if (drawn) {
            out.print("\r" + CLEAR_REST_OF_LINE);
            out.flush();
            drawn = false;
        }
    }

    private static String bar(State state) {
        if (state.totalBytes() <= 0) {
            return "";
        }
        int filled = (int) Math.min(BAR, BAR * state.bytes() / state.totalBytes());
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] ";
    }

    private static String line(State state) {
        double seconds = Math.max(state.elapsed().toMillis(), 1) / 1e3;
        String known = state.totalBytes() > 0 ? " of " + bytes(state.totalBytes()) : "";
        String rejected = state.rejected() > 0 ? String.format(Locale.ROOT, ", %,d rejected", state.rejected()) : "";
        return String.format(
                        Locale.ROOT,
                        "%s%s, %s%s, %,.0f/s",
                        Counted.of(state.accepted(), "article"),
                        rejected,
                        bytes(state.bytes()),
                        known,
                        state.articles() / seconds)
                + remaining(state, seconds);
    }

    private static String remaining(State state, double seconds) {
        if (state.totalBytes() <= 0 || state.bytes() <= 0 || state.bytes() > state.totalBytes()) {
            return "";
        }
        long left = Math.round(seconds * (state.totalBytes() - state.bytes()) / state.bytes());
        return String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
    }

    private static String bytes(long count) {
        if (count < 1 << 20) {
            return String.format(Locale.ROOT, "%.1f KB", count / 1024.0);
        }
        return count < 1 << 30
                ? String.format(Locale.ROOT, "%.1f MB", count / 1048576.0)
                : String.format(Locale.ROOT, "%.2f GB", count / 1073741824.0);
    }
}
