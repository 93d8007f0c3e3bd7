package khabar.topology.pair;

/**
 * Two entities.
 *
 * @param one the id that sorts first
 * @param other the id that sorts second
 */
public record Pair(String one, String other) {
    private static final char BETWEEN = '+';

    /** The pair of two ids, in either order. */
    static Pair of(String id, String otherId) {
        return id.compareTo(otherId) < 0 ? new Pair(id, otherId) : new Pair(otherId, id);
    }

    /** What stands for the pair in a key. */
    String text() {
        return one + BETWEEN + other;
    }
}
