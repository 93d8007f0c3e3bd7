package khabar.cli.watch.sheet;

/**
 * One line of a pane.
 *
 * @param id what it is about
 * @param text what it says, safe, with whatever is written from right to left at its end
 * @param strong whether it stands out
 */
record Row(String id, String text, boolean strong) {}
