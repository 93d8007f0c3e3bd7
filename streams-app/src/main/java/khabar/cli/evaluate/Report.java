package khabar.cli.evaluate;

import java.util.List;
import java.util.Map;
import khabar.language.evaluate.Confusion;
import khabar.language.evaluate.Tally;

/**
 * What was measured.
 *
 * @param what the thing that was measured
 * @param counts how many of what were used and left out, by name, in the order of interest
 * @param tables precision, recall and F1
 * @param shares other figures from 0 to 1, by name
 * @param confusions the most frequent errors
 */
public record Report(
        String what,
        Map<String, Long> counts,
        List<Table> tables,
        Map<String, Double> shares,
        List<Confusion> confusions) {
    /**
     * One way of counting.
     *
     * @param name what counts as right
     * @param classes tallies by class, in the order of interest
     * @param total all classes together
     */
    public record Table(String name, Map<String, Tally> classes, Tally total) {}
}
