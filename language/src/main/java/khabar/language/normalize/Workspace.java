package khabar.language.normalize;

import khabar.language.script.Tally;

/** Where one thread brings text after text into its forms, without making new arrays for each. */
final class Workspace {
    /** Longer texts are rare, and the room for them is given back. */
    private static final int LONGEST_KEPT = 1 << 17;

    private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

    private char[] source = new char[1 << 12];
    private int length;
    private final Tape cleaned = new Tape();
    private final Tape spaced = new Tape();
    private final Tape key = new Tape();
    private final Tally tally = new Tally();

    private Workspace() {}

    /** The workspace of this thread, with the given text in it. */
    static Workspace of(String original) {
        Workspace workspace = OF_THREAD.get();
        if (workspace.length > LONGEST_KEPT) {
            workspace = new Workspace();
            OF_THREAD.set(workspace);
        }
        workspace.take(original);
        return workspace;
    }

    private void take(String original) {
        length = original.length();
        if (source.length < length) {
            source = new char[length];
        }
        original.getChars(0, length, source, 0);
    }

    /** The original in the first {@link #length} characters. */
    char[] source() {
        return source;
    }

    int length() {
        return length;
    }

    /** What the text says for languages, read no further than to know whether it is Persian. */
    Tally readUntilSure() {
        tally.clear();
        tally.readUntilSure(source, length);
        return tally;
    }

    /**
     * Whether the display form is Persian in the main, too.
     *
     * @param read what the text says for languages; not to be used after that
     */
    boolean isPersian(Tape display, Tally read) {
        if (read.holdsFor(display.chars(), display.length(), source, length)) {
            return true;
        }
        tally.clear();
        tally.readUntilSure(display.chars(), display.length());
        return tally.isPersian();
    }

    /** An empty tape for the cleaned text; {@link #cleaned} gives it back as it was written. */
    Tape newCleaned() {
        return cleaned.reuse();
    }

    Tape cleaned() {
        return cleaned;
    }

    /** An empty tape for the finished display form. */
    Tape newSpaced() {
        return spaced.reuse();
    }

    /** The match key as it was written. */
    Tape key() {
        return key;
    }

    /** An empty tape for the match key; {@link #key} gives it back as it was written. */
    Tape newKey() {
        return key.reuse();
    }
}
