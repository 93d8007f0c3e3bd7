package khabar.topology.pair;

import org.jspecify.annotations.Nullable;

/**
 * How much more often two entities are named together than chance would have it: normalized pointwise
 * mutual information, {@code ln(p(x,y) / (p(x) p(y))) / -ln p(x,y)}. It is 1 where they are only named
 * together, 0 where they are named independently, and falls towards -1 the rarer they meet. The
 * probabilities are shares of the articles of a window that name at least one entity, near-duplicates
 * not counted again.
 *
 * @see <a href="https://svn.spraakdata.gu.se/repos/gerlof/pub/www/Docs/npmi-pfd.pdf">G. Bouma (2009):
 *     Normalized (pointwise) mutual information in collocation extraction, GSCL</a>
 */
final class Strength {
    private static final double STEPS = 1000;

    private Strength() {}

    /**
     * The strength, rounded to thousandths; null where it is not defined, which is where no article, or
     * every article, names both.
     *
     * @param both articles that name both
     * @param one articles that name the first
     * @param other articles that name the second
     * @param all articles of the window
     */
    static @Nullable Double of(long both, long one, long other, long all) {
        if (both <= 0 || both >= all) {
            return null;
        }
        double information = Math.log((double) both * all / ((double) one * other));
        return Math.rint(information / Math.log((double) all / both) * STEPS) / STEPS;
    }
}
