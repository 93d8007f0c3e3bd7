package khabar.language.sketch;

import java.util.Arrays;

/**
 * The MinHash signature of a text: {@value #COMPONENTS} components of 8 bits. The share of equal
 * components of two sketches estimates the Jaccard index of their sets of shingles. Bands are runs of
 * components: texts that resemble each other probably have one in common. Immutable.
 */
public final class Sketch {
    /** Components, and bytes, of a sketch. */
    public static final int COMPONENTS = 128;

    private static final int VALUES = 256;

    private final byte[] components;

    /** A sketch of the given components, which must not be changed any more. */
    public Sketch(byte[] components) {
        if (components.length != COMPONENTS) {
            throw new IllegalArgumentException("components: " + components.length + " (expected: " + COMPONENTS + ")");
        }
        this.components = components;
    }

    /** The components; not to be changed. */
    public byte[] components() {
        return components;
    }

    /**
     * Estimates the Jaccard index from 0 to 1, with a standard error of 0.043 at 0.6. Components that
     * are equal by chance, one in 256, are taken out, as in b-bit minwise hashing (Li and König, 2010).
     */
    public double similarity(Sketch other) {
        int equal = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            if (components[i] == other.components[i]) {
                equal++;
            }
        }
        // One division of whole numbers, so that 77 equal components are exactly the literal 0.6.
        int surplus = VALUES * equal - COMPONENTS;
        return surplus <= 0 ? 0 : surplus / (double) ((VALUES - 1) * COMPONENTS);
    }

    /** The components of one band: those from {@code band * rows} on. */
    public byte[] band(int band, int rows) {
        return Arrays.copyOfRange(components, band * rows, (band + 1) * rows);
    }

    /** Whether the two sketches agree in the given band. */
    public boolean sharesBand(Sketch other, int band, int rows) {
        int from = band * rows;
        return Arrays.equals(components, from, from + rows, other.components, from, from + rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(components, sketch.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }
}
