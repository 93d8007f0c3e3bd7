package khabar.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output as UTF-8, which knows why something could not be written: a print stream alone tells nobody. */
public final class ResultStream extends PrintStream {
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final Remembering target;

    private ResultStream(Remembering target) {
        super(target, true, UTF_8);
        this.target = target;
    }

    /** That of this process. A reader of a pipe may leave when it has had enough: nothing is lost then. */
    public static PrintStream ofProcess() {
        OutputStream standard = new FileOutputStream(FileDescriptor.out);
        return isRead() ? new PrintStream(standard, true, UTF_8) : to(standard);
    }

    /** Writes there, where all of it is wanted. */
    public static ResultStream to(OutputStream out) {
        return new ResultStream(new Remembering(out));
    }

    /** Why something could not be written. */
    public Optional<String> failure() {
        return Optional.ofNullable(target.failure);
    }

    private static boolean isRead() {
        try {
            int kind = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | RuntimeException unknown) {
            return true;
        }
    }

    private static final class Remembering extends FilterOutputStream {
        private @Nullable String failure;

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int unit) throws IOException {
            write(new byte[] {(byte) unit}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                failure = String.valueOf(failed.getMessage());
                throw failed;
            }
        }
    }
}
