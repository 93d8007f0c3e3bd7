package khabar.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.it.Outcome;
import org.openqa.selenium.logging.LogEntries;

/**
 * What the browser tried to get, and got.
 *
 * @param addresses addresses that were asked for, also in vain
 * @param bytes what came over the wire for answers that have ended, heads included
 */
record Traffic(List<URI> addresses, long bytes) {
    private static final Set<String> NO_NETWORK = Set.of("data", "blob", "about", "chrome", "devtools");

    static Traffic of(LogEntries entries) {
        List<JsonNode> events = entries.getAll().stream()
                .map(entry -> Outcome.parse(entry.getMessage()).path("message"))
                .toList();
        List<URI> addresses = events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> URI.create(event.at("/params/request/url").asText()))
                .filter(address -> !NO_NETWORK.contains(address.getScheme()))
                .toList();
        long bytes = events.stream()
                .filter(event -> event.path("method").asText().equals("Network.loadingFinished"))
                .mapToLong(event -> event.at("/params/encodedDataLength").asLong())
                .sum();
        return new Traffic(addresses, bytes);
    }

    /** Scheme, host and port of all that was asked for. */
    Set<String> origins() {
        return addresses.stream()
                .map(address -> address.getScheme() + "://" + address.getAuthority())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How often the path was asked for. */
    long requestsOf(String path) {
        return addresses.stream()
                .filter(address -> path.equals(address.getPath()))
                .count();
    }
}
