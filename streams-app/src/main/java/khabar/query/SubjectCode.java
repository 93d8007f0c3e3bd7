package khabar.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of subjects as people write them: with or without {@code medtop:}. */
public final class SubjectCode {
    /** What a code looks like, for messages. */
    public static final String EXPECTED = "a code of a subject, such as medtop:16000000 or 16000000";

    private static final String SCHEME = "medtop:";
    private static final Pattern FORM = Pattern.compile("(?:" + SCHEME + ")?(\\d{1,8})");

    private SubjectCode() {}

    /** The code as the topics have it; throws {@link IllegalArgumentException} for what is none. */
    public static String of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no code");
        }
        return SCHEME + form.group(1);
    }
}
