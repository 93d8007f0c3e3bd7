package khabar.language.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import khabar.language.normalize.Normalizer;

/** The clitics that are shipped with the core, for tests of what is built on them. */
public final class ShippedClitics {
    private ShippedClitics() {}

    /** A vocabulary without words and with these clitics. */
    public static Vocabulary vocabulary(Normalizer normalizer) {
        return new Vocabulary(read(normalizer));
    }

    private static Clitics read(Normalizer normalizer) {
        try (InputStream in = Clitics.class.getResourceAsStream("clitics.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Clitics.parse(text.lines().toList(), normalizer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
