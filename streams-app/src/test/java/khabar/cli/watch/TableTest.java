package khabar.cli.watch;

import static khabar.query.live.Outputs.LAVROV;
import static khabar.query.live.Outputs.MIDNIGHT;
import static khabar.query.live.Outputs.NAMELESS;
import static khabar.query.live.Outputs.SYRIA;
import static khabar.query.live.Outputs.TODAY;
import static khabar.query.live.Outputs.arrived;
import static khabar.query.live.Outputs.subject;
import static khabar.query.live.Outputs.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import khabar.query.live.LiveView;
import khabar.query.live.Output;
import khabar.query.live.Snapshot;
import khabar.schemas.PaneTiming;
import khabar.topics.Topics;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

final class TableTest {
    private static final Table TABLE = new Table(80, 10, 5, 5);

    private final LiveView view = new LiveView(Clock.fixed(MIDNIGHT.plusSeconds(5), ZoneOffset.UTC));

    @Test
    void figuresStandFirstAndPersianLast() {
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV, NAMELESS));
        view.accept(subject(TODAY, "medtop:16000000", "conflict, war and peace", "درگیری، جنگ و صلح", 2));
        view.accept(arrived("a", "لاوروف: روسیه و ایران حامی مبارزه با تروریسم در سوریه هستند", 1));
        view.accept(new Output(Topics.REJECTED.name(), "", null, MIDNIGHT, true));

        assertThat(text(TABLE)).isEqualTo("""
                Khabar  2020-01-01 (UTC), open
                1 article, 0.1/s, 1 rejected, 0 dead letters

                  mentions  articles  entity
                        20         2  Syria  Q858                    سوریه
                         8         2  Sergey Lavrov  Q58217          سرگئی لاوروف
                         1         1  khabar:somebody

                  evidence  articles  subject
                         6         2  conflict, war and peace  med…  درگیری، جنگ و صلح

                      published (UTC)   headline
                  fa  2020-01-01 00:00  لاوروف: روسیه و ایران حامی مبارزه با تروریسم در سوریه ه…""");
    }

    @Test
    void anEmptyViewSaysSo() {
        assertThat(text(TABLE)).startsWith("Khabar  no window has data yet\n0 articles, 0.0/s");
    }

    @Test
    void aHostileHeadlineStaysOnItsLine() {
        view.accept(arrived("a", "\u001B[2Jgone\n\u202Ereversed\u202C\u0007 می\u200Cکند", 1));

        assertThat(text(TABLE)).endsWith("fa  2020-01-01 00:00  [2Jgone reversed  می\u200Cکند");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        view.accept(top(TODAY, PaneTiming.EARLY, SYRIA, LAVROV, NAMELESS));
        view.accept(arrived("a", "کیف‌های می\u200Cخواهم ".repeat(30), 1));

        for (int width : new int[] {20, 41, 80, 200}) {
            assertThat(lines(new Table(width, 5, 5, 5)))
                    .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(width));
        }
    }

    private String text(Table table) {
        return lines(table).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    private List<AttributedString> lines(Table table) {
        Snapshot snapshot = view.snapshot(Optional.empty(), 10);
        return table.lines(snapshot);
    }
}
