package khabar.cli.watch.choice;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import khabar.topics.WindowKey;
import org.jspecify.annotations.Nullable;

/** What whoever watches has chosen to see. Belongs to the thread that reads the keys. */
public final class Choices {
    private @Nullable Duration size;
    private @Nullable WindowKey pinned;
    private Pane focus = Pane.ENTITIES;
    private Order order = Order.MENTIONS;
    private String filter = "";
    private boolean typing;
    private boolean paused;
    private boolean alone;
    private boolean help;
    private @Nullable Subject opened;
    private int scrolled;
    private final Map<Pane, String> selected = new EnumMap<>(Pane.class);

    /**
     * What was opened to see more of it.
     *
     * @param pane the kind of thing
     * @param id what it is: an entity id, or the uri of an article
     */
    public record Subject(Pane pane, String id) {}

    /** Nothing chosen yet but a size of window, or the greatest there is. */
    public Choices(Optional<Duration> size) {
        this.size = size.orElse(null);
    }

    public Optional<Duration> size() {
        return Optional.ofNullable(size);
    }

    /** The window of the past to show; empty for the newest. */
    public Optional<WindowKey> pinned() {
        return Optional.ofNullable(pinned);
    }

    public Pane focus() {
        return focus;
    }

    public Order order() {
        return order;
    }

    /** What was typed to be looked for; empty for everything. */
    public String filter() {
        return filter;
    }

    public boolean isTyping() {
        return typing;
    }

    public boolean isPaused() {
        return paused;
    }

    /** Whether the pane in focus has the screen for itself. */
    public boolean isAlone() {
        return alone;
    }

    public boolean isHelp() {
        return help;
    }

    public Optional<Subject> opened() {
        return Optional.ofNullable(opened);
    }

    /** Lines of what was opened that are above the screen. */
    public int scrolled() {
        return scrolled;
    }

    /** The index of the row that is selected: where its id stands now, else the first. */
    public int selectedAmong(Pane pane, List<String> ids) {
        return Math.max(0, ids.indexOf(selected.getOrDefault(pane, "")));
    }

    public void focusOn(Pane pane) {
        focus = pane;
    }

    public void sortNext() {
        order = order.next();
    }

    public void togglePause() {
        paused = !paused;
    }

    public void toggleAlone() {
        alone = !alone;
    }

    public void toggleHelp() {
        help = !help;
        scrolled = 0;
    }

    /** Moves the selection of the pane in focus, or the text that is open. */
    public void move(int steps, List<String> ids) {
        if (opened != null || help) {
            scrolled = (int) Math.max(0, (long) scrolled + steps);
        } else if (!ids.isEmpty()) {
            long to = (long) selectedAmong(focus, ids) + steps;
            selected.put(focus, ids.get((int) Math.min(ids.size() - 1L, Math.max(0, to))));
        }
    }

    /** Opens what is selected. */
    public void open(Subject subject) {
        opened = subject;
        scrolled = 0;
    }

    /** One step back: out of help, out of what is open, out of the filter, back to all panes. */
    public void back() {
        scrolled = 0;
        if (help) {
            help = false;
        } else if (opened != null) {
            opened = null;
        } else if (typing || !filter.isEmpty()) {
            typing = false;
            filter = "";
        } else {
            alone = false;
        }
    }

    public void startTyping() {
        typing = true;
        opened = null;
        help = false;
    }

    public void stopTyping() {
        typing = false;
    }

    public void type(String text) {
        filter += text;
    }

    public void eraseLast() {
        if (!filter.isEmpty()) {
            filter = filter.substring(0, filter.offsetByCodePoints(filter.length(), -1));
        }
    }

    /** The next smaller size of window (or the next greater), round about. */
    public void otherSize(boolean smaller, NavigableSet<Duration> sizes) {
        if (sizes.isEmpty()) {
            return;
        }
        Duration shown = size == null ? sizes.last() : size;
        Duration next = smaller ? sizes.lower(shown) : sizes.higher(shown);
        size = next != null ? next : smaller ? sizes.last() : sizes.first();
        pinned = null;
    }

    /** The window before the one that is shown, or the one after it; beyond the newest nothing is pinned. */
    public void step(boolean older, List<WindowKey> newestFirst) {
        int shown = pinned == null ? 0 : Math.max(0, newestFirst.indexOf(pinned));
        int next = older ? Math.min(newestFirst.size() - 1, shown + 1) : shown - 1;
        pinned = next <= 0 ? null : newestFirst.get(next);
    }

    /** Back to the newest window. */
    public void newest() {
        pinned = null;
    }
}
