package khabar.settings;

/** An option has a value that cannot be used: {@code name: value (expected: …)}. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SettingException(String message) {
        super(message);
    }

    /** What is wrong at some place of a file, in words that name what is expected already. */
    public static SettingException at(String place, String fault) {
        return new SettingException(place + ": " + fault);
    }

    /** Names the option, what it was given and what it takes. */
    public SettingException(String name, String value, String expected) {
        super(name + ": " + value + " (expected: " + expected + ")");
    }
}
