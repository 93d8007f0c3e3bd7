package khabar.broker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory for one broker at a time, from before Kafka reads it to after Kafka wrote it. Kafka's own lock
 * comes too late for that: its controller writes first. The operating system frees ours when the process dies.
 */
final class DirectoryLock implements Closeable {
    /** The locked file; it stays, and marks the directory as one of ours. */
    static final String FILE = "khabar-broker.lock";

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    static boolean marks(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    static DirectoryLock take(Path directory) throws IOException {
        FileChannel file = FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isFree(file)) {
                throw BrokerStartException.of(
                        DataDirectory.NAME,
                        directory + " is in use by the broker of process " + owner(file),
                        "a directory of its own for each broker");
            }
            file.truncate(0).write(ascii(Long.toString(ProcessHandle.current().pid())));
            return new DirectoryLock(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static String owner(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Long.toString(Long.MAX_VALUE).length());
        file.read(content, 0);
        return StandardCharsets.US_ASCII.decode(content.flip()).toString();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
