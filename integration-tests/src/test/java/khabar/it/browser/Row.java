package khabar.it.browser;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a row stand.
 *
 * @param sides left and right side of each part, in CSS pixels from the left of the viewport
 */
record Row(Map<String, List<Number>> sides) {

    /** The parts from left to right. */
    List<String> order() {
        return sides.keySet().stream().sorted(Comparator.comparing(this::left)).toList();
    }

    double left(String part) {
        return sides.getOrDefault(part, List.of()).get(0).doubleValue();
    }

    double right(String part) {
        return sides.getOrDefault(part, List.of()).get(1).doubleValue();
    }
}
