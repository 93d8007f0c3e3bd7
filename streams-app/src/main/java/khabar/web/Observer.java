package khabar.web;

import java.time.Duration;

/** Is told of every request that was answered. For many threads. */
@FunctionalInterface
public interface Observer {
    /**
     * A request was answered.
     *
     * @param route the path of its route as it was added; empty where it met none
     * @param status HTTP status
     * @param took how long the answer took, without sending it
     */
    void answered(String route, int status, Duration took);
}
