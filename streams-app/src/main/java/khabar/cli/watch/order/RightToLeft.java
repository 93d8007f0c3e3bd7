package khabar.cli.watch.order;

/**
 * Text from right to left within lines from left to right. A figure, a quotation mark or an ellipsis at its edge
 * would go to the wrong side: a mark of direction beside it, which takes no column, keeps it where it belongs.
 */
public final class RightToLeft {
    static final String MARK = "\u200F";

    private RightToLeft() {}

    /** The text, marked where it is from right to left and does not begin with a letter that says so. */
    public static String begun(String text) {
        int first = text.codePoints().filter(RightToLeft::isStrong).findFirst().orElse('a');
        return isFromRight(first) && !isFromRight(text.codePointAt(0)) ? MARK + text : text;
    }

    /** The line, marked where what it ends with is from right to left and its last character does not say so. */
    public static String ended(String line) {
        int last = line.codePoints().filter(RightToLeft::isStrong).reduce('a', (before, next) -> next);
        if (!isFromRight(last)) {
            return line;
        }
        int end = line.codePointBefore(line.length());
        return isFromRight(end) || Character.isDigit(end) ? line : line + MARK;
    }

    private static boolean isStrong(int character) {
        return Character.getDirectionality(character) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || isFromRight(character);
    }

    private static boolean isFromRight(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
