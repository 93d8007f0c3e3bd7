package khabar.language.learned;

import java.util.Arrays;

/** Hashed features of one text and their values. A feature that is added twice counts twice. */
public final class SparseVector {
    private int[] hashes = new int[64];
    private float[] values = new float[64];
    private int size;

    /** Adds a feature. */
    public void add(int hash, float value) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        hashes[size] = hash;
        values[size++] = value;
    }

    /** Scales everything that was added so far to a length of one. */
    public void normalize() {
        double square = 0;
        for (int i = 0; i < size; i++) {
            square += values[i] * values[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < size && length > 0; i++) {
            values[i] /= length;
        }
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hashes[index];
    }

    float value(int index) {
        return values[index];
    }
}
