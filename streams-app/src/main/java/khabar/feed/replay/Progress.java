package khabar.feed.replay;

import java.time.Duration;

/** Is told how a replay goes, several times a second. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress NONE = state -> {};

    /** Shows how far the replay is. */
    void show(State state);

    /**
     * How far a replay is.
     *
     * @param accepted articles sent, earlier runs included
     * @param rejected refusals sent, earlier runs included
     * @param articles articles sent in this run
     * @param bytes bytes of the corpus read in this run
     * @param totalBytes size of the corpus, as often as it is played; -1 where that is not known
     * @param elapsed time since this run began
     */
    record State(long accepted, long rejected, long articles, long bytes, long totalBytes, Duration elapsed) {}
}
