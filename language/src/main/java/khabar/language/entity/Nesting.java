package khabar.language.entity;

/**
 * Which candidates of one article contain which. Candidates that overlap without nesting cannot both be
 * right: the longer one stays.
 */
final class Nesting {
    /** Parent of a candidate that no other contains. */
    static final int NO_PARENT = -1;

    private static final int[] NONE = new int[0];

    private final Candidates candidates;
    private int[] chosen = NONE;
    private int[] parents = NONE;
    private boolean[] rejected = new boolean[0];
    /** Those that the place gone through lies in, the widest first. */
    private int[] open = NONE;

    private int depth;

    Nesting(Candidates candidates) {
        this.candidates = candidates;
    }

    /** Takes so many candidates in the order of the text, of those that start together the longest first. */
    void nest(int[] inOrder, int count) {
        chosen = inOrder;
        depth = 0;
        if (parents.length < count) {
            parents = new int[inOrder.length];
            rejected = new boolean[inOrder.length];
            open = new int[inOrder.length];
        }
        for (int i = 0; i < count; i++) {
            place(i);
        }
    }

    private void place(int index) {
        int candidate = chosen[index];
        rejected[index] = false;
        while (depth > 0 && isOver(chosen[open[depth - 1]], candidate)) {
            depth--;
        }
        int outside = depth;
        while (outside > 0 && crosses(chosen[open[outside - 1]], candidate)) {
            outside--;
            if (length(chosen[open[outside]]) >= length(candidate)) {
                parents[index] = NO_PARENT;
                rejected[index] = true;
                return;
            }
        }
        while (depth > outside) {
            rejected[open[--depth]] = true;
        }
        parents[index] = depth == 0 ? NO_PARENT : open[depth - 1];
        open[depth++] = index;
    }

    private boolean isOver(int earlier, int candidate) {
        return candidates.end(earlier) <= candidates.start(candidate)
                || candidates.text(earlier) != candidates.text(candidate);
    }

    private boolean crosses(int earlier, int candidate) {
        return candidates.end(earlier) < candidates.end(candidate);
    }

    private int length(int candidate) {
        return candidates.end(candidate) - candidates.start(candidate);
    }

    boolean isRejected(int index) {
        return rejected[index];
    }

    /** The shortest candidate that contains the given one and is still in play, or {@link #NO_PARENT}. */
    int parent(int index) {
        int parent = parents[index];
        while (parent != NO_PARENT && rejected[parent]) {
            parent = parents[parent];
        }
        return parent;
    }

    /** Takes a candidate out of play. */
    void reject(int index) {
        rejected[index] = true;
    }
}
