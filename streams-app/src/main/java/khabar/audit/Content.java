package khabar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import khabar.schemas.Article;
import org.jspecify.annotations.Nullable;

/**
 * The content hash of the law: the first 16 bytes of SHA-256 over event time, status, headline, lead,
 * body, language, source and address; a text is its length in UTF-8 bytes (4 bytes, -1 where there is
 * none) and those bytes.
 */
final class Content {
    private Content() {}

    /** The hash in hexadecimal digits, which sort as its bytes do. */
    static String hash(Article article) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(article.getPublishedAt().toEpochMilli());
            for (String text : Arrays.asList(
                    article.getPubStatus().name(),
                    article.getHeadline(),
                    article.getLead(),
                    article.getBody(),
                    article.getLanguage(),
                    article.getSource(),
                    article.getUrl())) {
                write(out, text);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
