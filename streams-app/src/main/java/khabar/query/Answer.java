package khabar.query;

/** What an instance can say to a question. */
public sealed interface Answer<T> {

    /** The value, known here. */
    record Here<T>(T value) implements Answer<T> {}

    /** Nobody can say just now: ask again. */
    record NotReady<T>(String state) implements Answer<T> {}
}
