package khabar.feed.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import khabar.settings.SettingException;

/**
 * The files to be replayed, in the order in which they are read: the paths as given, within a directory or
 * glob by name.
 *
 * @param files the files
 */
public record Corpus(List<CorpusFile> files) {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");
    private static final int DIGEST_BYTES = 12;

    /**
     * The files that the paths name: files, directories with all below them (hidden files left out), globs,
     * and - for standard input. Throws {@link SettingException} where a path names none.
     */
    public static Corpus of(List<String> paths) {
        List<CorpusFile> files = new ArrayList<>();
        if (paths.indexOf(CorpusFile.STANDARD_INPUT) != paths.lastIndexOf(CorpusFile.STANDARD_INPUT)) {
            throw new SettingException("path", CorpusFile.STANDARD_INPUT, "once: standard input is read to its end");
        }
        for (String path : paths) {
            List<CorpusFile> found = find(path);
            if (found.isEmpty()) {
                throw new SettingException("path", path, "an existing file, a directory or glob with files, or -");
            }
            files.addAll(found);
        }
        return new Corpus(List.copyOf(files));
    }

    /** Total size in bytes; -1 where one is not known. */
    public long size() {
        long size = 0;
        for (CorpusFile file : files) {
            if (file.size() < 0) {
                return -1;
            }
            size += file.size();
        }
        return size;
    }

    /** A short text that differs when names, sizes or order differ. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (CorpusFile file : files) {
                sha.update((file.name() + "\n" + file.size() + "\n").getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<CorpusFile> find(String given) {
        if (given.equals(CorpusFile.STANDARD_INPUT)) {
            return List.of(CorpusFile.standardInput());
        }
        try {
            Path path = Path.of(given).normalize();
            if (Files.isDirectory(path)) {
                return below(path, candidate -> true);
            }
            if (Files.exists(path)) {
                return List.of(file(path, String.valueOf(path.getFileName())));
            }
            if (GLOB.matcher(given).find()) {
                PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
                Path base = withoutGlob(path);
                return Files.isDirectory(base) ? below(base, matcher) : List.of();
            }
            return List.of();
        } catch (IOException | InvalidPathException | PatternSyntaxException unusable) {
            throw new SettingException("path", given, "a readable file, directory or glob: " + unusable.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw new SettingException("path", given, "readable: " + unreadable.getMessage());
        }
    }

    private static List<CorpusFile> below(Path directory, PathMatcher matcher) throws IOException {
        // A link that is named leads to its folder; what lies in it keeps the name under which it was found.
        Path start = Files.isSymbolicLink(directory) ? directory.toRealPath() : directory;
        try (Stream<Path> all = Files.walk(start)) {
            return all.map(path -> directory.resolve(start.relativize(path)))
                    .filter(path -> !isHidden(directory.relativize(path)))
                    .filter(path -> matcher.matches(path) && Files.isRegularFile(path))
                    .map(path -> file(path, unixPath(directory.relativize(path))))
                    .sorted(Comparator.comparing(CorpusFile::label))
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static CorpusFile file(Path path, String label) {
        try {
            // A named pipe has no size.
            long size = Files.isRegularFile(path) ? Files.size(path) : -1;
            return new CorpusFile(unixPath(path), label, path, size);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The directories in front of the first part with a wildcard. */
    private static Path withoutGlob(Path path) {
        Path base = path.isAbsolute() ? path.getRoot() : Path.of("");
        for (Path part : path) {
            if (GLOB.matcher(part.toString()).find()) {
                break;
            }
            base = base.resolve(part);
        }
        return base;
    }

    private static String unixPath(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
