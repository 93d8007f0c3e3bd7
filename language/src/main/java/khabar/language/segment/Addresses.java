package khabar.language.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web and e-mail addresses. */
final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://[^\\s<>\"\u00ab\u00bb\u060c\u061b\u061f]++"
            + "|www\\.[^\\s<>\"\u00ab\u00bb\u060c\u061b\u061f]++"
            + "|[A-Za-z0-9][A-Za-z0-9._%+-]*+@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++"
            + "|[A-Za-z0-9][A-Za-z0-9-]*+(?:\\.[A-Za-z0-9-]++)*?\\.(?:com|org|net|ir|info|gov|edu|co|uk|tv|news)"
            + "(?:/[^\\s<>\"\u00ab\u00bb\u060c\u061b\u061f]*+)?+(?![A-Za-z0-9])");
    /** What stands after an address and not within it. */
    private static final String AFTER = ".,;:!?)]}'";

    private Addresses() {}

    /** The end of the address that begins here, or the place itself. */
    static int end(String text, int start) {
        char c = text.charAt(start);
        if (c >= 0x7f || !Character.isLetterOrDigit(c)) {
            return start;
        }
        Matcher address = ADDRESS.matcher(text).region(start, text.length());
        if (!address.lookingAt()) {
            return start;
        }
        int end = address.end();
        while (end > start && AFTER.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
