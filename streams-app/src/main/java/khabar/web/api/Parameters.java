package khabar.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import khabar.query.Knowledge;
import khabar.query.SubjectCode;
import khabar.query.values.Stretch;
import khabar.settings.Durations;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.topics.WindowKey;
import khabar.web.Asked;

/** The parameters of the routes: how each is written and what it is when it is not given. */
final class Parameters {
    static final int MOST_ROWS = 1_000;
    static final int MOST_POINTS = 50_000;

    static final Setting<Integer> LIMIT = limit("20", MOST_ROWS);
    /** For what is few, or drawn as a whole. */
    static final Setting<Integer> LIMIT_OF_ALL = limit(Integer.toString(MOST_ROWS), MOST_ROWS);

    static final Setting<Integer> LIMIT_OF_POINTS = limit(Integer.toString(MOST_POINTS), MOST_POINTS);
    static final Setting<Integer> OFFSET = Setting.wholeNumber("offset", 0, 0, 1_000_000, "");
    static final Setting<Duration> WINDOW = new Setting<>(
            "window", "P1D", "the size of a window, such as PT1M, PT1H or P1D", "", Durations::parsePositive);
    static final Setting<Instant> START =
            new Setting<>("start", "", "the start of a window, such as 2020-01-01T00:00:00Z", "", Instant::parse);
    static final Setting<Instant> FROM = time("from");
    static final Setting<Instant> TO = time("to");
    /** Of a list of windows. */
    static final Setting<Instant> BEFORE_START = time("before");
    /** Of a list of articles: checked by who made it. */
    static final Setting<String> BEFORE = text("before");

    static final Setting<String> TYPE =
            Setting.choice("type", "", List.of("person", "organisation", "place", "event", "product"), "");
    static final Setting<String> COUNT = Setting.choice("count", "all", List.of("all", "unique"), "");
    static final Setting<String> DEMONYMS = Setting.choice("demonyms", "", List.of("with", "without"), "");
    static final Setting<String> ENTITY = text("entity");
    static final Setting<String> SUBJECT = subject("subject");
    /** Of a subject, in the path. */
    static final Setting<String> CODE = subject("code");

    static final Setting<String> SOURCE = text("source");
    static final Setting<String> LANGUAGE = text("language");
    static final Setting<String> REASON = text("reason");
    static final Setting<String> EXCEPTION = text("exception");
    static final Setting<String> RULE = text("rule");

    private Parameters() {}

    /** The window that is asked for by its start; empty where the newest one is. */
    static Optional<WindowKey> window(Asked asked) {
        Duration size = asked.get(WINDOW);
        return asked.given(START).map(start -> {
            WindowKey window = WindowKey.containing(start, size, "");
            if (!window.start().equals(start)) {
                throw new SettingException(
                        START.name(),
                        start.toString(),
                        "a multiple of " + Durations.iso(size) + ", as " + window.start());
            }
            return window;
        });
    }

    /** Whether demonyms count in the answer, as far as they were counted; they cannot where they never are. */
    static boolean demonyms(Asked asked, Knowledge knowledge) {
        String wish = asked.given(DEMONYMS).orElse("");
        if (wish.equals("with") && !knowledge.demonyms().equals("counted")) {
            throw new SettingException(
                    DEMONYMS.name(),
                    wish,
                    "without, since the setting demonyms is " + knowledge.demonyms()
                            + "; set it to counted to have both");
        }
        return !wish.equals("without");
    }

    /** The stretch of time of a timeline, with one more point than is wanted, to see whether there is one. */
    static Stretch stretch(Asked asked) {
        return new Stretch(asked.given(FROM), asked.given(TO), asked.get(LIMIT_OF_POINTS) + 1);
    }

    private static Setting<Integer> limit(String defaultText, int most) {
        return new Setting<>("limit", defaultText, "1 to " + most, "", text -> {
            int limit = Integer.parseInt(text);
            if (limit < 1 || limit > most) {
                throw new IllegalArgumentException("out of range");
            }
            return limit;
        });
    }

    private static Setting<Instant> time(String name) {
        return new Setting<>(name, "", "a time, such as 2020-01-01T00:00:00Z", "", Instant::parse);
    }

    private static Setting<String> subject(String name) {
        return new Setting<>(name, "", SubjectCode.EXPECTED, "", SubjectCode::of);
    }

    private static Setting<String> text(String name) {
        return new Setting<>(name, "", "a text", "", text -> {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            return text;
        });
    }
}
