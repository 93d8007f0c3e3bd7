package khabar.cli.flags;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import khabar.app.Connection;
import khabar.settings.SettingException;

/** Checks the names of options that were written by hand, and names the nearest where one is unknown. */
final class OptionNames {
    /** Of options that are passed on to Kafka. */
    static final String KAFKA_VARIABLE = "KHABAR_KAFKA_";

    private static final String VARIABLE = "KHABAR_";
    /** What the launcher, docker-compose.yml and .ci/run read. */
    private static final Set<String> OTHER_VARIABLES = Set.of("KHABAR_JAVA_OPTS", "KHABAR_IMAGE", "KHABAR_CI_MARK");
    /** What Kubernetes tells every container of a service named khabar. */
    private static final Pattern OF_A_SERVICE = Pattern.compile("KHABAR_(SERVICE|PORT_\\d+)_.*");

    private OptionNames() {}

    /** Throws {@link SettingException} for the first name that is no option and not passed on to Kafka. */
    static void check(Map<String, String> given, String where) {
        SortedSet<String> known = OptionGroup.names();
        given.keySet().stream().sorted().forEach(name -> {
            if (!known.contains(name) && !name.startsWith(Connection.PASSED_ON)) {
                throw new SettingException(
                        where, name, "a known option; the nearest is " + nearest(name, known) + ", see khabar config");
            }
        });
    }

    /** What is said of the variables that look like options and are none, in their order. */
    static List<String> unknownVariables(Set<String> variables) {
        SortedSet<String> known = new TreeSet<>(OTHER_VARIABLES);
        OptionGroup.ALL.forEach(group -> group.settings().forEach(setting -> known.add(setting.environmentVariable())));
        return variables.stream()
                .filter(name -> name.startsWith(VARIABLE) && !known.contains(name))
                .filter(name -> !name.startsWith(KAFKA_VARIABLE)
                        && !OF_A_SERVICE.matcher(name).matches())
                .sorted()
                .map(name -> name + ": unknown (expected: a known variable; the nearest is " + nearest(name, known)
                        + ", see khabar config)")
                .toList();
    }

    static String nearest(String name, SortedSet<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElse("none");
    }

    /** Levenshtein distance: the least number of characters to insert, delete or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
