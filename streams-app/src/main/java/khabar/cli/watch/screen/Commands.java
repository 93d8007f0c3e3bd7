package khabar.cli.watch.screen;

import java.util.List;
import khabar.cli.watch.choice.Choices;
import khabar.cli.watch.choice.Choices.Subject;
import khabar.cli.watch.choice.Key;
import khabar.cli.watch.choice.Pane;
import khabar.cli.watch.sheet.Sheet;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Turns what was pressed into what is wanted. */
final class Commands {
    private static final int PAGE = 10;
    private static final int ALL = 1_000_000;

    private final KeyMap<Key> commands;
    private final KeyMap<Key> typing;
    private final Choices choices;
    private final Runnable leave;

    Commands(Terminal terminal, Choices choices, Runnable leave) {
        commands = Key.commands(terminal);
        typing = Key.typing(terminal);
        this.choices = choices;
        this.leave = leave;
    }

    /** What the keys mean at this moment. */
    KeyMap<Key> keys() {
        return choices.isTyping() ? typing : commands;
    }

    /**
     * Does as it is told.
     *
     * @param key what was asked for; null for a key that means nothing
     * @param pressed what was pressed
     * @param sheet what is on the screen
     */
    void obey(@Nullable Key key, String pressed, Sheet sheet) {
        if (key == null) {
            return;
        }
        switch (key) {
            case LEAVE -> leave.run();
            case HELP -> choices.toggleHelp();
            case NEXT_PANE -> choices.focusOn(choices.focus().after(1));
            case PREVIOUS_PANE -> choices.focusOn(choices.focus().after(-1));
            case PANE -> choices.focusOn(Pane.values()[pressed.charAt(0) - '1']);
            case ALONE -> choices.toggleAlone();
            case OPEN -> open(sheet);
            case BACK -> choices.back();
            case FILTER -> choices.startTyping();
            case TEXT -> choices.type(pressed);
            case ERASE -> choices.eraseLast();
            case SORT -> choices.sortNext();
            case SMALLER, GREATER ->
                choices.otherSize(key == Key.SMALLER, sheet.scene().sizes());
            case OLDER, NEWER -> choices.step(key == Key.OLDER, sheet.scene().known());
            case NEWEST -> choices.newest();
            case PAUSE -> choices.togglePause();
            default -> move(key, sheet.ids(choices.focus()));
        }
    }

    private void move(Key key, List<String> ids) {
        int steps = switch (key) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -PAGE;
            case PAGE_DOWN -> PAGE;
            case TOP -> -ALL;
            case BOTTOM -> ALL;
            default -> 0;
        };
        choices.move(steps, ids);
    }

    private void open(Sheet sheet) {
        if (choices.isTyping()) {
            choices.stopTyping();
            return;
        }
        List<String> ids = sheet.ids(choices.focus());
        if (ids.isEmpty()) {
            return;
        }
        String id = ids.get(choices.selectedAmong(choices.focus(), ids));
        switch (choices.focus()) {
            case ENTITIES, TRENDS -> choices.open(new Subject(Pane.ENTITIES, id));
            case ARTICLES -> choices.open(new Subject(Pane.ARTICLES, id));
            case ALERTS ->
                choices.open(new Subject(sheet.scene().trend(id).isPresent() ? Pane.ENTITIES : Pane.ARTICLES, id));
            case SUBJECTS, HEALTH -> choices.toggleAlone();
        }
    }
}
