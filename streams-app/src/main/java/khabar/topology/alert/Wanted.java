package khabar.topology.alert;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A condition on a set of things. Nothing wanted is met by everything.
 *
 * @param any one of these must be there; empty where none need be
 * @param all every one of these must be there
 */
record Wanted(List<String> any, List<String> all) {
    static final Wanted NOTHING = new Wanted(List.of(), List.of());

    boolean isNothing() {
        return any.isEmpty() && all.isEmpty();
    }

    boolean isMet(Predicate<String> there) {
        return all.stream().allMatch(there) && (any.isEmpty() || any.stream().anyMatch(there));
    }

    /** As few of them as can be found by: whatever meets the condition has one of these. */
    List<String> anchors() {
        return all.isEmpty() ? any : all.subList(0, 1);
    }

    Stream<String> stream() {
        return Stream.concat(any.stream(), all.stream());
    }
}
