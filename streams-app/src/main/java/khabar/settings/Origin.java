package khabar.settings;

/** Where the value of an option came from, highest precedence first. */
public enum Origin {
    FLAG,
    ENVIRONMENT,
    FILE,
    DEFAULT
}
