package khabar.language.sketch;

/**
 * When two texts count as alike: their sketches agree in at least one band, and are similar enough. Two
 * texts of Jaccard index s have a band in common with probability 1 - (1 - s^rows)^bands.
 *
 * @param bands bands of a sketch
 * @param rows components of a band
 * @param similarity the least similarity, from 0 to 1
 */
public record Likeness(int bands, int rows, double similarity) {
    /** Checks that a sketch has so many components. */
    public Likeness {
        if (bands < 1 || rows < 1 || bands * rows > Sketch.COMPONENTS) {
            throw new IllegalArgumentException(
                    "bands * rows: " + bands + " * " + rows + " (expected: 1 to " + Sketch.COMPONENTS + ")");
        }
    }

    /** Whether the two sketches are alike. */
    public boolean alike(Sketch one, Sketch other) {
        return shareBand(one, other) && isSimilar(one, other);
    }

    /** Whether sketches that share a band are alike. */
    public boolean isSimilar(Sketch one, Sketch other) {
        return one.similarity(other) >= similarity;
    }

    private boolean shareBand(Sketch one, Sketch other) {
        for (int band = 0; band < bands; band++) {
            if (one.sharesBand(other, band, rows)) {
                return true;
            }
        }
        return false;
    }
}
