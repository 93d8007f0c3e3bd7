package khabar.cli.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import khabar.query.live.LiveView;
import khabar.query.live.Snapshot;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The table on a terminal, drawn again whenever something changed, until somebody presses q or Ctrl-C. */
public final class Screen implements AutoCloseable {
    private static final int MOST_ARTICLES = 100;
    private static final long KEY_WAIT_MILLIS = 200;
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int END = -1;

    private final LiveView view;
    private final List<String> notes;
    private final Terminal terminal;
    private final Attributes attributes;
    private final Display display;
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Optional<Duration> window;
    private @Nullable Snapshot before;
    private @Nullable Size drawn;

    private Screen(LiveView view, Optional<Duration> window, List<String> notes, Terminal terminal) {
        this.view = view;
        this.window = window;
        this.notes = List.copyOf(notes);
        this.terminal = terminal;
        attributes = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> leave());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        display = new Display(terminal, true);
    }

    /**
     * Takes over the terminal of this process.
     *
     * @param view what to show
     * @param window size of the window to show; the greatest there is where it is empty
     * @param notes lines to show below the table
     */
    public static Screen open(LiveView view, Optional<Duration> window, List<String> notes) throws IOException {
        // The terminal is set up by stty: no native code, which newer JDKs warn about.
        Terminal terminal =
                TerminalBuilder.builder().system(true).exec(true).dumb(false).build();
        return new Screen(view, window, notes, terminal);
    }

    /** Shows the table until somebody leaves or {@code over} says so. */
    public void show(BooleanSupplier over) throws IOException {
        while (!left.get() && !over.getAsBoolean()) {
            draw();
            int key = terminal.reader().read(KEY_WAIT_MILLIS);
            if (key == 'q' || key == 'Q' || key == CTRL_C || key == CTRL_D || key == END) {
                leave();
            } else if (key == 'w') {
                nextWindow();
            }
        }
    }

    /** Makes {@link #show} end; for any thread. */
    public void leave() {
        left.set(true);
    }

    /** Gives the terminal back as it was; for any thread. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        leave();
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(attributes);
        terminal.flush();
        terminal.close();
    }

    private void draw() {
        Size size = terminal.getSize();
        // Without a size (some pipes, some containers) the terminal gets a usual one.
        int rows = size.getRows() > 0 ? size.getRows() : 24;
        int columns = size.getColumns() > 0 ? size.getColumns() : 80;
        Snapshot now = view.snapshot(window, MOST_ARTICLES);
        List<AttributedString> lines = new ArrayList<>(
                Table.filling(columns, rows - notes.size()).lines(now, Changes.movedEntities(before, now)));
        while (lines.size() < rows - notes.size() - 1) {
            lines.add(AttributedString.EMPTY);
        }
        notes.forEach(note -> lines.add(quiet(SafeText.fit(note, columns - 1))));
        lines.add(quiet(SafeText.fit("q leaves, w changes the window", columns - 1)));
        if (!size.equals(drawn)) {
            // The terminal has moved the old lines about; nothing is known of what stands where.
            terminal.puts(Capability.clear_screen);
            display.reset();
            display.resize(rows, columns);
            drawn = size;
        }
        display.update(lines.subList(0, Math.min(rows, lines.size())), -1);
        before = now;
    }

    private void nextWindow() {
        NavigableSet<Duration> sizes = view.windowSizes();
        if (!sizes.isEmpty()) {
            Duration shown = window.orElse(sizes.last());
            Duration smaller = sizes.lower(shown);
            window = Optional.of(smaller == null ? sizes.last() : smaller);
            before = null;
        }
    }

    private static AttributedString quiet(String text) {
        return new AttributedStringBuilder()
                .styled(AttributedStyle.DEFAULT.faint(), text)
                .toAttributedString();
    }
}
