package khabar.topology.pair;

import org.jspecify.annotations.Nullable;

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

    // Every article asks for dozens: what a record makes by itself goes through method handles.
    @Override
    public boolean equals(@Nullable Object another) {
        return another instanceof Pair pair && one.equals(pair.one) && other.equals(pair.other);
    }

    @Override
    public int hashCode() {
        return one.hashCode() * 31 + other.hashCode();
    }
}
