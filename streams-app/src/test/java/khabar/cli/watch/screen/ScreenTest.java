package khabar.cli.watch.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static khabar.query.live.Outputs.DAY;
import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.MINUTE;
import static khabar.query.live.Outputs.NAMELESS;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.alert;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.article;
import static khabar.query.live.Outputs.of;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static khabar.query.live.Outputs.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khabar.cli.watch.order.LineOrder;
import khabar.query.live.LiveView;
import khabar.schemas.AlertState;
import khabar.schemas.EnrichedArticle;
import khabar.schemas.PaneTiming;
import khabar.schemas.PubStatus;
import khabar.schemas.TrendState;
import khabar.topics.WindowKey;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A screen on a terminal of its own, with keys as a person presses them. */
final class ScreenTest {
    private static final WindowKey YESTERDAY = new WindowKey(MIDNIGHT.minus(DAY), DAY, "");
    private static final String DOWN = "\u001B[B";
    private static final String LEFT = "\u001B[D";
    private static final String ESCAPE = "\u001B";
    private static final String ENTER = "\r";

    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT.plusSeconds(5), ZoneOffset.UTC));
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final KeepsAttributes terminal;
    private final Attributes before;
    private volatile String shown = "";
    private final List<Running> running = new ArrayList<>();

    /** A terminal that tells its attributes also when it is closed. */
    private static final class KeepsAttributes extends LineDisciplineTerminal {
        KeepsAttributes(OutputStream out) throws IOException {
            super("test", "xterm", out, UTF_8);
        }

        Attributes kept() {
            return attributes;
        }
    }

    private record Running(Screen screen, Thread showing) {
        /** Ends as a person ends it, and waits. */
        void end() throws IOException, InterruptedException {
            showing.join();
            screen.close();
        }
    }

    ScreenTest() throws IOException {
        terminal = new KeepsAttributes(written);
        terminal.setSize(new Size(80, 24));
        before = new Attributes(terminal.kept());
        view.accept(top(YESTERDAY, PaneTiming.ON_TIME, LAVROV));
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV, NAMELESS));
        view.accept(top(new WindowKey(MIDNIGHT, MINUTE, ""), PaneTiming.EARLY, SYRIA));
        view.accept(trend(TODAY, LAVROV, TrendState.TRENDING, 4.5));
        view.accept(subject(TODAY, "medtop:16000000", "conflict, war and peace", "درگیری، جنگ و صلح", 2));
        view.accept(arrived("a:1", "لاوروف: روسیه و ایران حامی مبارزه با تروریسم در سوریه هستند", 1));
        view.accept(arrived("a:2", "باران در تهران", 2));
        view.accept(of(english("a:3", "Rain in Tehran and Shiraz")));
        view.accept(alert("oil", "a:2", AlertState.FIRED, 3));
    }

    private static EnrichedArticle english(String uri, String headline) {
        EnrichedArticle english = article(uri, headline, PubStatus.USABLE, MIDNIGHT);
        english.setLanguage("en");
        return english;
    }

    @AfterEach
    void leave() throws IOException, InterruptedException {
        for (Running one : running) {
            one.screen().leave();
            one.end();
        }
    }

    @Test
    void panesStandBelowEachOtherWithThePersianLast() {
        open(LineOrder.OFF);

        assertThat(shown).isEqualTo("""
                Khabar  2020-01-01 (UTC), open
                3 articles, 0.3/s, lag 7, 0 rejected, 0 dead letters, 0 late panes
                >  mentions  articles  type   entities (3) by mentions
                >        20         2  place  Syria  Q858                   سوریه
                          8         2  person Sergey Lavrov  Q58217         سرگئی لاوروف
                          1         1  person khabar:somebody
                      score  articles  expected  state     type   trends (1)
                        4.5         2       0.5  trending  person Sergey Lavrov …  سرگئی لاوروف
                   evidence  articles  subjects (1)
                          6         2  conflict, war and peace  medtop…  درگیری، جنگ و صلح
                  language, published (UTC)  newest articles (3)
                         fa  2020-01-01 00:00  باران در تهران
                         fa  2020-01-01 00:00  لاوروف: روسیه و ایران حامی مبارزه با تروریسم در…\u200F
                         en  2020-01-01 00:00  Rain in Tehran and Shiraz
                       kind, fired (UTC)     alerts (1)
                   article   2020-01-01 00:00  نفت و تحریم: قیمت نفت
                  health
                          3 articles, 0.3/s, newest record 2020-01-01 00:00 (UTC)
                          7 records of the feed wait to be read (lag)
                          0 rejected
                          0 dead letters, 0 unreadable
                          0 late panes of rankings, 2 early, 1 on time

                ? help  Tab pane  Enter open  / filter  s sort  w window  p pause  q leave""");
    }

    @Test
    void whatIsTypedAfterASlashFiltersByNameOrTypeWhateverTheLetters() throws IOException {
        open(LineOrder.OFF);

        press("/لاوروف");
        awaitShown(text -> text.contains("entities (1 of 3)") && !text.contains("Syria"));
        press(ESCAPE);
        awaitShown(text -> text.contains("entities (3)"));
        press("/place");
        awaitShown(text -> text.contains("entities (1 of 3)") && text.contains("Q858"));
        press("\u007F\u007F\u007F\u007F\u007Fnobody" + ENTER);
        awaitShown(text -> text.contains("entities (0 of 3)") && text.contains("drops the filter: nobody"));
    }

    @Test
    void entitiesAreSortedAsAsked() throws IOException {
        open(LineOrder.OFF);

        press("s");
        awaitShown(text -> text.contains("by articles"));
        press("s");
        awaitShown(text -> text.contains("by name") && inOrder(text, "khabar:somebody", "Sergey Lavrov", "Syria"));
        press("s");
        awaitShown(text -> text.contains("by trend") && inOrder(text, "Sergey Lavrov", "Syria"));
    }

    @Test
    void enterOpensTheEntityThatIsSelectedAndEscapeComesBack() throws IOException {
        open(LineOrder.OFF);

        press(DOWN);
        awaitShown(text -> text.contains(">         8"));
        press("k" + ENTER);
        awaitShown(text -> text.contains("articles  rank"));

        assertThat(shown)
                .contains("20         2     1  2020-01-01 00:00 P1D   .......................█")
                .contains("20         2     1  2020-01-01 00:00 PT1M  .......................█")
                .contains("3 of the newest articles name it")
                .contains("0         3  war  medtop:16000000");
        press(ESCAPE);
        awaitShown(text -> text.contains("entities (3) by mentions"));
    }

    @Test
    void anArticleOpensWithItsTextAndWhatItNames() throws IOException {
        open(LineOrder.OFF);

        press("4" + ENTER);

        awaitShown(text -> text.contains("uri a:2") && text.contains("    باران در تهران") && text.contains("Syria"));
    }

    @Test
    void aPausedScreenStaysAsItIs() throws IOException {
        open(LineOrder.OFF);

        press("p");
        awaitShown(text -> text.contains("PAUSED"));
        view.accept(top(TODAY, PaneTiming.EARLY, NAMELESS));
        press("j");
        awaitShown(text -> text.contains(">         8"));
        assertThat(shown).contains("Syria");
        press("p");
        awaitShown(text -> !text.contains("PAUSED") && text.contains("entities (1)"));
    }

    @Test
    void windowsOfThePastAreSteppedTo() throws IOException {
        open(LineOrder.OFF);

        press(LEFT);
        awaitShown(text -> text.contains("2019-12-31 (UTC), closed, 1 back of 1") && text.contains("entities (1)"));
        view.accept(top(TODAY, PaneTiming.EARLY, NAMELESS));
        press("j");
        awaitShown(text -> text.contains("2019-12-31"));
        press("n");
        awaitShown(text -> text.contains("2020-01-01 (UTC), open"));
        press("w");
        awaitShown(text -> text.contains("PT1M"));
        press("w");
        awaitShown(text -> text.contains("2020-01-01 (UTC), open"));
    }

    @Test
    void helpNamesEveryKey() throws IOException {
        terminal.setSize(new Size(100, 40));
        open(LineOrder.OFF);

        press("?");

        awaitShown(text -> text.contains("Shift-Tab   the pane before") && text.contains("Ctrl-C"));
    }

    @Test
    void aNewSizeIsFilled() {
        open(LineOrder.OFF);
        terminal.setSize(new Size(150, 30));

        awaitShown(text -> text.contains("last 24")
                && text.contains("unique")
                && text.lines().count() == 30);
        terminal.setSize(new Size(40, 8));
        awaitShown(text -> text.lines().count() == 8
                && text.lines().allMatch(line -> new AttributedString(line).columnLength() < 40));
    }

    @Test
    void nothingHostileReachesTheTerminal() throws IOException {
        view.accept(arrived("x\u001B]0;owned\u0007", "\u001B[2J\u009B31mred \u202Ereversed\u2066", 9));
        open(LineOrder.OFF);
        press("4" + ENTER);
        awaitShown(text -> text.contains("uri x ]0;owned"));

        assertThat(written.toString(UTF_8))
                .contains("[2J 31mred reversed")
                .doesNotContain("\u001B]0;owned", "\u001B[2J\u009B", "\u202E", "\u2066", "\u0007");
    }

    @Test
    void withoutColourThereIsNone() {
        open(LineOrder.OFF);

        assertThat(written.toString(UTF_8)).doesNotContainPattern("\u001B\\[[0-9;]*3[0-7]m");
    }

    @Test
    void persianIsPutInTheOrderOfTheScreenWhereTheTerminalDoesNot() {
        open(LineOrder.ON);

        assertThat(shown).contains("\uFEEA\uFBFE\uFEAD\uFEEE\uFEB3").doesNotContain("سوریه");
    }

    @Test
    void ctrlCEndsItAndGivesTheTerminalBack() throws Exception {
        open(LineOrder.OFF);

        press("\u0003");
        running.get(0).end();

        assertThat(terminal.kept().getLocalFlags()).isEqualTo(before.getLocalFlags());
        assertThat(written.toString(UTF_8))
                .containsSubsequence("\u001B[?1049h", "\u001B[?25l", "Khabar", "\u001B[?1049l");
    }

    private void open(LineOrder order) {
        ScreenOptions options =
                new ScreenOptions(Optional.empty(), List.of(), false, order.order(), () -> OptionalLong.of(7));
        Screen screen = new Screen(
                view,
                options,
                terminal,
                lines -> shown = lines.stream()
                        .map(line -> line.toString().stripTrailing())
                        .collect(Collectors.joining("\n")));
        Thread showing = new Thread(() -> screen.show(() -> false));
        running.add(new Running(screen, showing));
        showing.start();
        awaitShown(text -> text.startsWith("Khabar"));
    }

    private void press(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }

    private void awaitShown(Predicate<String> as) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(shown).matches(as));
    }

    private static boolean inOrder(String text, String... parts) {
        int at = -1;
        for (String part : parts) {
            int next = text.indexOf(part, at + 1);
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return true;
    }
}
