package khabar.cli.watch.choice;

import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** What a key asks for. */
public enum Key {
    LEAVE("q, Ctrl-C", "leave"),
    HELP("?", "this page"),
    NEXT_PANE("Tab", "the next pane"),
    PREVIOUS_PANE("Shift-Tab", "the pane before"),
    PANE("1 to 6", "entities, trends, subjects, articles, alerts, health"),
    ALONE("z", "the pane alone, or all again"),
    UP("up, k", "up"),
    DOWN("down, j", "down"),
    PAGE_UP("PgUp", "ten lines up"),
    PAGE_DOWN("PgDn", "ten lines down"),
    TOP("Home, g", "to the first line"),
    BOTTOM("End, G", "to the last line"),
    OPEN("Enter", "everything about the entity or the article that is selected"),
    BACK("Esc", "back: out of a page, out of a filter"),
    FILTER("/", "type to filter: names, types, ids, words of headlines; Enter keeps it, Esc drops it"),
    SORT("s", "sort entities by mentions, articles, name or trend"),
    SMALLER("w", "the next smaller size of window, round about"),
    GREATER("W", "the next greater size of window"),
    OLDER("left, [", "the window before"),
    NEWER("right, ]", "the window after"),
    NEWEST("n", "back to the newest window"),
    PAUSE("Space, p", "hold everything as it is, or go on"),
    ERASE("", ""),
    TEXT("", "");

    private static final String ESCAPE = KeyMap.esc();
    private static final String ENTER = "\r";
    private static final String LINE_FEED = "\n";
    private static final long A_LONE_ESCAPE_MILLIS = 100;

    private final String pressed;
    private final String meaning;

    Key(String pressed, String meaning) {
        this.pressed = pressed;
        this.meaning = meaning;
    }

    /** What to press, for people; empty for what needs no saying. */
    public String pressed() {
        return pressed;
    }

    public String meaning() {
        return meaning;
    }

    /** The keys while nothing is typed. */
    public static KeyMap<Key> commands(Terminal terminal) {
        KeyMap<Key> keys = moving(terminal);
        keys.bind(LEAVE, "q", "Q", KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        keys.bind(HELP, "?");
        keys.bind(NEXT_PANE, "\t");
        bind(keys, PREVIOUS_PANE, KeyMap.key(terminal, Capability.key_btab));
        keys.bind(PREVIOUS_PANE, ESCAPE + "[Z");
        keys.bind(PANE, KeyMap.range("1-6"));
        keys.bind(ALONE, "z");
        keys.bind(UP, "k");
        keys.bind(DOWN, "j");
        keys.bind(TOP, "g");
        keys.bind(BOTTOM, "G");
        keys.bind(OPEN, ENTER, LINE_FEED);
        keys.bind(FILTER, "/");
        keys.bind(SORT, "s");
        keys.bind(SMALLER, "w");
        keys.bind(GREATER, "W");
        keys.bind(OLDER, "[");
        keys.bind(NEWER, "]");
        keys.bind(NEWEST, "n");
        keys.bind(PAUSE, " ", "p");
        return keys;
    }

    /** The keys while a filter is typed: all others are text. */
    public static KeyMap<Key> typing(Terminal terminal) {
        KeyMap<Key> keys = moving(terminal);
        keys.bind(LEAVE, KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        keys.bind(OPEN, ENTER, LINE_FEED);
        keys.bind(ERASE, KeyMap.del(), KeyMap.ctrl('H'));
        keys.bind(TEXT, KeyMap.range("\\ -~"));
        keys.setUnicode(TEXT);
        return keys;
    }

    private static KeyMap<Key> moving(Terminal terminal) {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setAmbiguousTimeout(A_LONE_ESCAPE_MILLIS);
        keys.bind(BACK, ESCAPE);
        bind(keys, UP, KeyMap.key(terminal, Capability.key_up));
        bind(keys, DOWN, KeyMap.key(terminal, Capability.key_down));
        bind(keys, PAGE_UP, KeyMap.key(terminal, Capability.key_ppage));
        bind(keys, PAGE_DOWN, KeyMap.key(terminal, Capability.key_npage));
        bind(keys, TOP, KeyMap.key(terminal, Capability.key_home));
        bind(keys, BOTTOM, KeyMap.key(terminal, Capability.key_end));
        bind(keys, OLDER, KeyMap.key(terminal, Capability.key_left));
        bind(keys, NEWER, KeyMap.key(terminal, Capability.key_right));
        // Terminals that are not in application mode send these, whatever their description says.
        keys.bind(UP, ESCAPE + "[A");
        keys.bind(DOWN, ESCAPE + "[B");
        keys.bind(NEWER, ESCAPE + "[C");
        keys.bind(OLDER, ESCAPE + "[D");
        keys.bind(TOP, ESCAPE + "[H", ESCAPE + "[1~");
        keys.bind(BOTTOM, ESCAPE + "[F", ESCAPE + "[4~");
        return keys;
    }

    private static void bind(KeyMap<Key> keys, Key key, @Nullable String sequence) {
        if (sequence != null && !sequence.isEmpty()) {
            keys.bind(key, sequence);
        }
    }
}
