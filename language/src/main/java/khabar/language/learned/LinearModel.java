package khabar.language.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Gives each label a probability of its own: the logistic function of a weighted sum of features, bent so
 * that it meets the frequencies of the training. Weights are kept in one byte each. Immutable and safe
 * for many threads.
 */
public final class LinearModel {
    private static final int MAGIC = 0x4b4c4d31;
    private static final int MOST_BITS = 24;
    private static final int MOST_LABELS = 10_000;

    private final List<String> labels;
    private final int bits;
    private final float[] scales;
    private final byte[] weights;
    private final double[] slopes;
    private final double[] offsets;

    /** Takes full weights, feature by feature and label by label, and rounds them. */
    LinearModel(List<String> labels, int bits, float[] fullWeights, Calibration calibration) {
        this.labels = List.copyOf(labels);
        this.bits = bits;
        scales = new float[labels.size()];
        weights = new byte[fullWeights.length];
        slopes = calibration.slopes();
        offsets = calibration.offsets();
        for (int i = 0; i < fullWeights.length; i++) {
            int label = i % scales.length;
            scales[label] = Math.max(scales[label], Math.abs(fullWeights[i]) / Byte.MAX_VALUE);
        }
        for (int i = 0; i < fullWeights.length; i++) {
            float scale = scales[i % scales.length];
            weights[i] = scale == 0 ? 0 : (byte) Math.round(fullWeights[i] / scale);
        }
    }

    private LinearModel(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a linear model of this program");
        }
        bits = in.readUnsignedByte();
        int count = in.readUnsignedShort();
        if (bits > MOST_BITS || count == 0 || count > MOST_LABELS) {
            throw new IOException("broken: " + bits + " bits, " + count + " labels");
        }
        List<String> read = new ArrayList<>();
        scales = new float[count];
        slopes = new double[count];
        offsets = new double[count];
        for (int i = 0; i < count; i++) {
            read.add(in.readUTF());
            scales[i] = in.readFloat();
            slopes[i] = in.readDouble();
            offsets[i] = in.readDouble();
        }
        labels = List.copyOf(read);
        weights = new byte[count << bits];
        in.readFully(weights);
    }

    /**
     * The model in the given bytes.
     *
     * @throws IllegalArgumentException where they are no model
     */
    public static LinearModel read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            return new LinearModel(in);
        } catch (IOException broken) {
            throw new IllegalArgumentException("model: " + broken.getMessage(), broken);
        }
    }

    /** The model as bytes, the same for the same model. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(MAGIC);
            out.writeByte(bits);
            out.writeShort(labels.size());
            for (int i = 0; i < labels.size(); i++) {
                out.writeUTF(labels.get(i));
                out.writeFloat(scales[i]);
                out.writeDouble(slopes[i]);
                out.writeDouble(offsets[i]);
            }
            out.write(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The labels, in the order of the probabilities. */
    public List<String> labels() {
        return labels;
    }

    /** The probability of each label. */
    public double[] probabilities(SparseVector features) {
        double[] sums = new double[scales.length];
        int mask = (1 << bits) - 1;
        for (int i = 0; i < features.size(); i++) {
            int base = (features.hash(i) & mask) * scales.length;
            for (int label = 0; label < sums.length; label++) {
                sums[label] += weights[base + label] * features.value(i);
            }
        }
        for (int label = 0; label < sums.length; label++) {
            sums[label] = logistic(slopes[label] * sums[label] * scales[label] + offsets[label]);
        }
        return sums;
    }

    /** How strongly a feature speaks for a label; below zero where it speaks against it. */
    public double weight(int hash, int label) {
        return scales[label] * weights[(hash & ((1 << bits) - 1)) * scales.length + label];
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
