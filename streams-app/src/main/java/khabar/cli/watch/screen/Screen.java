package khabar.cli.watch.screen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import khabar.cli.watch.choice.Choices;
import khabar.cli.watch.choice.Key;
import khabar.cli.watch.choice.Scene;
import khabar.cli.watch.sheet.Sheet;
import khabar.query.live.LiveView;
import org.jline.keymap.BindingReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** A live view on a terminal, drawn again whenever something changed, until somebody presses q or Ctrl-C. */
public final class Screen implements AutoCloseable {
    private static final long KEY_WAIT_MILLIS = 200;
    private static final int END = -1;
    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 80;

    private final LiveView view;
    private final ScreenOptions options;
    private final Terminal terminal;
    private final Consumer<List<AttributedString>> seen;
    private final Choices choices;
    private final Highlights highlights = new Highlights();
    private final Attributes attributes;
    private final Display display;
    private final BindingReader keys;
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean spoiled = new AtomicBoolean(true);
    private @Nullable Size drawn;
    private Scene scene;

    /** Shows on the given terminal; {@code seen} gets the lines of every drawing, too. */
    Screen(LiveView view, ScreenOptions options, Terminal terminal, Consumer<List<AttributedString>> seen) {
        this.view = view;
        this.options = options;
        this.terminal = terminal;
        this.seen = seen;
        choices = new Choices(options.window());
        scene = Scene.of(view, choices, options.lag().get());
        attributes = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> leave());
        terminal.handle(Terminal.Signal.CONT, signal -> spoiled.set(true));
        display = new Display(terminal, true);
        keys = new BindingReader(terminal.reader());
    }

    /** Takes over the terminal of this process. */
    public static Screen open(LiveView view, ScreenOptions options) throws IOException {
        // The terminal is set up by stty: no native code, which newer JDKs warn about.
        Terminal terminal =
                TerminalBuilder.builder().system(true).exec(true).dumb(false).build();
        return new Screen(view, options, terminal, lines -> {});
    }

    /** Shows the view until somebody leaves or {@code over} says so. */
    public void show(BooleanSupplier over) {
        Commands commands = new Commands(terminal, choices, this::leave);
        while (!left.get() && !over.getAsBoolean()) {
            Sheet sheet = draw();
            int next = keys.peekCharacter(KEY_WAIT_MILLIS);
            if (next == END) {
                leave();
            } else if (next >= 0) {
                Key key = keys.readBinding(commands.keys(), null, true);
                commands.obey(key, keys.getLastBinding(), sheet);
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

    private Sheet draw() {
        Size size = terminal.getSize();
        // Without a size (some pipes, some containers) the terminal gets a usual one.
        int rows = size.getRows() > 0 ? size.getRows() : USUAL_ROWS;
        int columns = size.getColumns() > 0 ? size.getColumns() : USUAL_COLUMNS;
        scene = choices.isPaused()
                ? scene.shifted(choices)
                : Scene.of(view, choices, options.lag().get());
        Sheet sheet =
                Sheet.of(scene, choices, highlights.fresh(scene.shown(), System.nanoTime()), columns, options.notes());
        List<AttributedString> lines = sheet.lines(rows, columns).stream()
                .map(line -> line.drawn(columns - 1, options.colour(), options.order()))
                .toList();
        if (spoiled.getAndSet(false)) {
            terminal.enterRawMode();
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.cursor_invisible);
            drawn = null;
        }
        if (!size.equals(drawn)) {
            // The terminal has moved the old lines about; nothing is known of what stands where.
            terminal.puts(Capability.clear_screen);
            display.reset();
            display.resize(rows, columns);
            drawn = size;
        }
        // The display keeps its list and changes it.
        display.update(new ArrayList<>(lines), -1);
        seen.accept(lines);
        return sheet;
    }
}
