package khabar.feed.pace;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabar.settings.SettingException;

/**
 * How fast articles are sent. Every due time is counted from the start of the run.
 *
 * @param kind what the pace follows
 * @param value articles a second, or seconds of event time in a second
 * @param asked the pace as it was asked for
 */
public record Pace(Kind kind, double value, String asked) {
    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:/(s|m|h))?");
    private static final Pattern SPEED = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)x?");

    /** What a pace follows. */
    public enum Kind {
        UNPACED,
        RATE,
        SPEED
    }

    /** As fast as it goes. */
    public static Pace unpaced() {
        return new Pace(Kind.UNPACED, 0, "as fast as it goes");
    }

    /** So many articles a second, minute or hour: {@code 200/s}. */
    public static Pace rate(String text) {
        Matcher form = RATE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || Double.parseDouble(form.group(1)) == 0) {
            throw new SettingException("rate", text, "articles a second, such as 200/s, 30/m or 5/h");
        }
        double unit = "m".equals(form.group(2)) ? 60 : "h".equals(form.group(2)) ? 3600 : 1;
        return new Pace(Kind.RATE, Double.parseDouble(form.group(1)) / unit, form.group());
    }

    /** So many times as fast as the articles were published: {@code 60x} plays an hour in a minute. */
    public static Pace speed(String text) {
        Matcher form = SPEED.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || Double.parseDouble(form.group(1)) == 0) {
            throw new SettingException("speed", text, "times as fast as published, such as 60x or 0.5x");
        }
        return new Pace(Kind.SPEED, Double.parseDouble(form.group(1)), form.group(1) + "x");
    }

    /**
     * When an article is due, in nanoseconds after the start of the run.
     *
     * @param place how many articles were sent before it in this run
     * @param sinceFirst event time since the first article of this run; one from before it is due at once
     */
    public long dueNanos(long place, Duration sinceFirst) {
        return switch (kind) {
            case UNPACED -> 0;
            case RATE -> (long) (place / value * 1e9);
            case SPEED -> (long) Math.max(0, sinceFirst.toMillis() / value * 1e6);
        };
    }

    /** The pace that was reached, in the same words as it was asked for; empty without a figure. */
    public String achieved(long articles, Duration eventTime, Duration elapsed) {
        double seconds = Math.max(elapsed.toNanos(), 1) / 1e9;
        return switch (kind) {
            case UNPACED, RATE -> String.format(Locale.ROOT, "%.1f/s", articles / seconds);
            case SPEED -> String.format(Locale.ROOT, "%.1fx", eventTime.toMillis() / 1e3 / seconds);
        };
    }
}
