package khabar.it.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A Chromium without a window and with a new profile, which notes every request that it sends and every
 * breach of the page's Content-Security-Policy. Ended in every case, with all its processes.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_TABS = 100;
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
    /** Runs before the scripts of each page. */
    private static final String WITNESS = """
            window.breaches = [];
            document.addEventListener("securitypolicyviolation",
              (breach) => window.breaches.push(`${breach.violatedDirective} ${breach.blockedURI}`));
            """;

    /** It warns that it knows no typed form of this Chromium's protocol; nothing here uses one. Kept, or it is forgotten. */
    private static final Logger CHATTER = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        CHATTER.setLevel(Level.SEVERE);
    }

    private final Path profile;
    private final ChromeDriver driver;
    private final Thread lastResort;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
        // A test run that is interrupted leaves no process behind.
        this.lastResort = new Thread(() -> processes(profile).forEach(ProcessHandle::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    static Browser start(Programs programs) {
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
                    .build();
            Browser browser = new Browser(profile, new ChromeDriver(service, options));
            browser.command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WITNESS));
            return browser;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Browser open(URI address) {
        driver.get(address.toString());
        return this;
    }

    /** What a script returns that is the body of a function. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as executeScript has it
    <T> T ask(String script, Object... arguments) {
        return (T) Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** Runs a script that returns nothing. */
    void tell(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    /** What a script returns that returns a promise. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> T askAndWait(String script) {
        String asynchronous =
                "const done = arguments[arguments.length - 1]; (async () => {" + script + "})().then(done);";
        return (T) Objects.requireNonNull(driver.executeAsyncScript(asynchronous), script);
    }

    /** Waits until the assertions hold. */
    void until(String fact, Consumer<Browser> assertions) {
        await(fact).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> assertions.accept(this));
    }

    /** A viewport of the given size, in CSS pixels. */
    Browser resize(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** As if the reader's system had the theme, {@code light} or {@code dark}. */
    Browser prefer(String theme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        return this;
    }

    void press(Keys... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until an element that matches has the focus. */
    void tabTo(String selector) {
        for (int presses = 0; presses < MOST_TABS; presses++) {
            press(Keys.TAB);
            if (this.<Boolean>ask("return document.activeElement.matches(arguments[0])", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + ": not reached by " + MOST_TABS + " tabs");
    }

    /** As the browser's own button does, or Alt and the left arrow. */
    void back() {
        driver.navigate().back();
    }

    /** Breaches of the Content-Security-Policy by the page that is open. */
    List<String> breaches() {
        return ask("return window.breaches");
    }

    /** Whether a script has opened a dialog. */
    boolean hasDialog() {
        try {
            driver.switchTo().alert();
            return true;
        } catch (NoAlertPresentException none) {
            return false;
        }
    }

    /** What happened on the network since this was last asked. */
    Traffic traffic() {
        return Traffic.of(driver.manage().logs().get("performance"));
    }

    void command(String method, Map<String, Object> parameters) {
        driver.executeCdpCommand(method, parameters);
    }

    @Override
    public void close() throws IOException {
        try {
            driver.quit();
        } finally {
            for (ProcessHandle left : processes(profile).toList()) {
                left.destroyForcibly();
                left.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            }
            Runtime.getRuntime().removeShutdownHook(lastResort);
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
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
