package khabar.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A Chromium without a window and with a new profile, for one tab after another: what a tab has left in the profile
 * goes with it. Ended in every case, with all its processes.
 */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=en");
    /** It warns that it knows no typed form of this Chromium's protocol; nothing here uses one. Kept, or it is forgotten. */
    private static final Logger CHATTER = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        CHATTER.setLevel(Level.SEVERE);
    }

    private final Path profile;
    private final ChromeDriver driver;
    private final String home;
    private final Thread lastResort;
    private boolean sound = true;

    private Chromium(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
        this.home = driver.getWindowHandle();
        // A test run that is interrupted leaves no process behind.
        this.lastResort = new Thread(() -> processes(profile).forEach(ProcessHandle::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    static Chromium start(Programs programs) {
        try {
            Path profile = Files.createTempDirectory("khabar-chromium");
            ChromeOptions options = new ChromeOptions()
                    .setBinary(programs.browser().toFile())
                    .addArguments(FLAGS)
                    .addArguments("--user-data-dir=" + profile);
            // A dialog stays, so that a test can see it.
            options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
            options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL"));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(programs.driver().toFile())
                    .usingAnyFreePort()
                    .withSilent(true)
                    .withEnvironment(Map.of("TMPDIR", System.getProperty("java.io.tmpdir")))
                    .build();
            return new Chromium(profile, new ChromeDriver(service, options));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether every tab so far could be forgotten. */
    boolean isSound() {
        return sound;
    }

    /** A tab without a past: no cookie, nothing stored, nothing cached, no request noted. */
    Browser newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.manage().logs().get("performance");
        return new Browser(this, driver);
    }

    /** Closes the tab in front, with what it has left; after one that does not let itself be closed comes no other. */
    void forget(Browser tab) {
        sound = false;
        try {
            tab.command(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", tab.<String>ask("return location.origin"), "storageTypes", "all"));
            tab.command("Network.clearBrowserCookies", Map.of());
            tab.command("Network.clearBrowserCache", Map.of());
            driver.close();
            driver.switchTo().window(home);
            sound = true;
        } catch (WebDriverException broken) {
            CHATTER.log(Level.SEVERE, "a tab that cannot be closed", broken);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            for (ProcessHandle left : processes(profile).toList()) {
                left.destroyForcibly();
                left.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            }
            Runtime.getRuntime().removeShutdownHook(lastResort);
            delete(profile);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The processes that work on the profile: nobody else does. */
    private static Stream<ProcessHandle> processes(Path profile) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(profile.toString()))
                        .isPresent());
    }
}
