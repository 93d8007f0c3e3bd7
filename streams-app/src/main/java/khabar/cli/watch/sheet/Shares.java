package khabar.cli.watch.sheet;

import java.util.EnumMap;
import java.util.Map;
import khabar.cli.watch.choice.Pane;
import org.jspecify.annotations.Nullable;

/** How the lines of a screen are shared among panes that want so many. */
final class Shares {
    private static final int FOCUS = 3;

    private Shares() {}

    /**
     * Every pane gets its title, those of the most weight first; what is left goes by weight, and thrice so to
     * the one in focus, but nobody gets more than it wants.
     *
     * @param lines how many there are
     * @param wanted lines that each pane would fill, its title among them
     */
    static Map<Pane, Integer> of(int lines, Map<Pane, Integer> wanted, Pane focus) {
        Map<Pane, Integer> shares = new EnumMap<>(Pane.class);
        int left = lines;
        for (Pane pane : Pane.values()) {
            boolean fits = left > (pane == focus || shares.containsKey(focus) ? 0 : 1);
            shares.put(pane, fits ? 1 : 0);
            left -= fits ? 1 : 0;
        }
        while (left > 0) {
            Pane next = poorest(shares, wanted, focus);
            if (next == null) {
                break;
            }
            shares.merge(next, 1, Integer::sum);
            left--;
        }
        return shares;
    }

    /** The pane that has least of what it is due and wants more. */
    @Nullable
    private static Pane poorest(Map<Pane, Integer> shares, Map<Pane, Integer> wanted, Pane focus) {
        Pane poorest = null;
        double least = Double.MAX_VALUE;
        for (Pane pane : Pane.values()) {
            int has = shares.getOrDefault(pane, 0);
            double part = (double) has / (pane.weight() * (pane == focus ? FOCUS : 1));
            if (has > 0 && has < wanted.getOrDefault(pane, 0) && part < least) {
                least = part;
                poorest = pane;
            }
        }
        return poorest;
    }
}
