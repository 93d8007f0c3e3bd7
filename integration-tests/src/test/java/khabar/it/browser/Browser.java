package khabar.it.browser;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/**
 * A tab of a {@link Chromium} that knows nothing of the tabs before it, and notes every request that it sends and
 * every breach of the page's Content-Security-Policy.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_TABS = 100;
    /** Runs before the scripts of each page. */
    private static final String WITNESS = """
            window.breaches = [];
            document.addEventListener("securitypolicyviolation",
              (breach) => window.breaches.push(`${breach.violatedDirective} ${breach.blockedURI}`));
            """;

    private final Chromium chromium;
    private final ChromeDriver driver;

    /** The tab in front. */
    Browser(Chromium chromium, ChromeDriver driver) {
        this.chromium = chromium;
        this.driver = driver;
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WITNESS));
    }

    public Browser open(URI address) {
        driver.get(address.toString());
        return this;
    }

    /** What a script returns that is the body of a function. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as executeScript has it
    <T> T ask(String script, Object... arguments) {
        return (T) Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** Runs a script that returns nothing. */
    public void tell(String script, Object... arguments) {
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
    public void until(String fact, Consumer<Browser> assertions) {
        await(fact).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> assertions.accept(this));
    }

    /** A viewport of the given size, in CSS pixels. */
    public Browser resize(int width, int height) {
        return resize(width, height, 1);
    }

    /** The same on a screen that has so many pixels, in each direction, for one of CSS. */
    public Browser resize(int width, int height, int scale) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
        return this;
    }

    /** As on a screen whose scrollbars come only while somebody scrolls. */
    public Browser hideScrollbars() {
        command("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        return this;
    }

    /** What the viewport shows, as PNG. */
    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Puts the pointer on one of the elements that match, counted from 0. */
    public void pointAt(String selector, int place) {
        new Actions(driver)
                .moveToElement(driver.findElements(By.cssSelector(selector)).get(place))
                .perform();
    }

    /** What a screen reader calls the elements that match. */
    List<String> accessibleNames(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getAccessibleName)
                .toList();
    }

    /** As if the reader's system had the theme, {@code light} or {@code dark}. */
    public Browser prefer(String theme) {
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
    public void close() {
        chromium.forget(this);
    }
}
