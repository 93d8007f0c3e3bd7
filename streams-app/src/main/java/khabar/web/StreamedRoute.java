package khabar.web;

import java.util.Optional;
import java.util.function.Consumer;

/** Answers one kind of request with events that go on for as long as somebody listens. */
@FunctionalInterface
public interface StreamedRoute {
    /**
     * Takes in a reader, or refuses it.
     *
     * @param asked what the reader wants
     * @param lastEventId id of the last event that it got before, as {@code Last-Event-ID} has it
     * @return who sends to the channel, once there is one; throws {@link khabar.settings.SettingException} for
     *     what cannot be used
     */
    Opened open(Asked asked, Optional<String> lastEventId);

    /** What becomes of a reader. */
    sealed interface Opened {

        /** It is taken in, and gets a channel. */
        record Taken(Consumer<EventChannel> sender) implements Opened {}

        /** It gets a reply that ends. */
        record Refused(Reply reply) implements Opened {}
    }
}
