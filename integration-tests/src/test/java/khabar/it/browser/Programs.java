package khabar.it.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium and what drives it, where this machine has both.
 *
 * @param browser the browser
 * @param driver its driver, of the same version
 */
record Programs(Path browser, Path driver) {
    static final String ADVICE = "chromium and chromedriver: not on the PATH"
            + " (expected: both; on Debian: apt install chromium chromium-driver)";

    static Optional<Programs> find() {
        return onPath(List.of("chromium", "chromium-browser", "google-chrome"))
                .flatMap(browser -> onPath(List.of("chromedriver")).map(driver -> new Programs(browser, driver)));
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
