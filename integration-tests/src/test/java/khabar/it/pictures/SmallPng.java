package khabar.it.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of text as a PNG with a palette: a third of the bytes, and no colour that anybody could tell from its own. */
final class SmallPng {
    private static final int MOST_COLOURS = 256;
    /** So many of the most frequent colours are kept as they are: areas, on which the eye would see a difference. */
    private static final int KEPT = 64;

    private static final int OPAQUE = 0xFF000000;

    private SmallPng() {}

    /** The same picture; colours that were next to each other are one. */
    static byte[] of(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            return written(indexed(picture));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedImage indexed(BufferedImage picture) {
        Map<Integer, Integer> seen = new HashMap<>();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int pixel : pixels) {
            seen.merge(pixel | OPAQUE, 1, Integer::sum);
        }
        List<Integer> colours = new ArrayList<>(seen.keySet());
        colours.sort((one, other) -> {
            int byCount = Integer.compare(seen.getOrDefault(other, 0), seen.getOrDefault(one, 0));
            return byCount == 0 ? Integer.compare(one, other) : byCount;
        });
        int[] palette = palette(colours);
        Map<Integer, Integer> places = new HashMap<>();
        colours.forEach(colour -> places.put(colour, nearest(palette, colour)));
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] samples = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            samples[i] = places.getOrDefault(pixels[i] | OPAQUE, 0);
        }
        indexed.getRaster().setSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, samples);
        return indexed;
    }

    /** The most frequent colours; the rarer ones are no nearer to each other than they must be to be few enough. */
    private static int[] palette(List<Integer> colours) {
        for (int apart = 0; ; apart++) {
            List<Integer> chosen = new ArrayList<>();
            for (int colour : colours) {
                int least = apart;
                if (chosen.size() < KEPT || chosen.stream().noneMatch(one -> distance(one, colour) <= least)) {
                    chosen.add(colour);
                }
            }
            if (chosen.size() <= MOST_COLOURS) {
                return chosen.stream().mapToInt(Integer::intValue).toArray();
            }
        }
    }

    private static int nearest(int[] palette, int colour) {
        int nearest = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], colour) < distance(palette[nearest], colour)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** The greatest of the differences of red, green and blue. */
    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return most;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam slowly = writer.getDefaultWriteParam();
            slowly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            slowly.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), slowly);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
