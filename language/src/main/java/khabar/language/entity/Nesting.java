package khabar.language.entity;

import java.util.Arrays;
import java.util.List;
import khabar.language.entity.NameScanner.Candidate;

/**
 * Which candidates of one text contain which. Candidates that overlap without nesting cannot both be
 * right: the longer one stays.
 */
final class Nesting {
    /** Parent of a candidate that no other contains. */
    static final int NO_PARENT = -1;

    private final List<Candidate> candidates;
    private final int[] parents;
    private final boolean[] rejected;
    /** Those that the place gone through lies in, the widest first. */
    private final int[] open;

    private int depth;

    /** Takes candidates in the order of the text, of those that start together the longest first. */
    Nesting(List<Candidate> candidates) {
        this.candidates = candidates;
        parents = new int[candidates.size()];
        rejected = new boolean[candidates.size()];
        open = new int[candidates.size()];
        Arrays.fill(parents, NO_PARENT);
        for (int i = 0; i < candidates.size(); i++) {
            place(i);
        }
    }

    private void place(int index) {
        Candidate candidate = candidates.get(index);
        while (depth > 0 && isOver(candidates.get(open[depth - 1]), candidate)) {
            depth--;
        }
        int outside = depth;
        while (outside > 0 && crosses(open[outside - 1], candidate)) {
            outside--;
            if (candidates.get(open[outside]).length() >= candidate.length()) {
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

    private static boolean isOver(Candidate earlier, Candidate candidate) {
        return earlier.text() != candidate.text() || earlier.end() <= candidate.start();
    }

    private boolean crosses(int index, Candidate candidate) {
        return candidates.get(index).end() < candidate.end();
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
