package khabar.feed.show;

import java.util.Locale;

/** A number of things in words for people: {@code 1 article}, {@code 2,000 articles}. */
public final class Counted {
    private Counted() {}

    /** Things whose plural ends in an s. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** Things with a plural of their own, or with a verb. */
    public static String of(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }
}
