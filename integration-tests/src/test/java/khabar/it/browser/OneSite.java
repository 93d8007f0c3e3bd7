package khabar.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import khabar.it.Corpus;
import khabar.it.Outcome;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests of a process the same {@link Site}, with a corpus that is through: they only look. It has a
 * broker of its own in its process, as a demonstration has. Kept by the session of the launcher: Failsafe runs
 * each class by itself, and what the root of a class keeps ends with that class.
 */
final class OneSite implements ParameterResolver {
    private static final Namespace SPACE = Namespace.create(OneSite.class);
    private static final long SEED = 20_240_305;
    private static final int ARTICLES = 300;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, SPACE)
                .getOrComputeIfAbsent(Filled.class, type -> Filled.start(), Filled.class)
                .site;
    }

    /** The site and its files, given up together. */
    private record Filled(Site site, Path folder) implements AutoCloseable {
        static Filled start() {
            try {
                Path folder = Files.createTempDirectory("khabar-site");
                Path corpus = Corpus.of(SEED, ARTICLES).writeTo(folder);
                Site site = Site.demonstrate(folder, corpus);
                Outcome.auditAgrees(site.khabar());
                return new Filled(site, folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            site.topology().stop();
            site.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
