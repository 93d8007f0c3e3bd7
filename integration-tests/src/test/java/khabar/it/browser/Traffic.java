package khabar.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khabar.it.Outcome;
import org.openqa.selenium.logging.LogEntries;

/**
 * What the browser tried to get, and got.
 *
 * @param addresses addresses that were asked for, also in vain
 * @param files addresses that have answered whole, with the bytes that came over the wire, heads included
 */
record Traffic(List<URI> addresses, Map<URI, Long> files) {
    /** Schemes that lead nowhere; the first tab of a browser has a page of its own, which may still be coming. */
    private static final Set<String> NO_NETWORK =
            Set.of("data", "blob", "about", "chrome", "chrome-untrusted", "devtools");

    static Traffic of(LogEntries entries) {
        List<JsonNode> events = entries.getAll().stream()
                .map(entry -> Outcome.parse(entry.getMessage()).path("message"))
                .toList();
        Map<String, URI> requests = new LinkedHashMap<>();
        Map<URI, Long> files = new LinkedHashMap<>();
        List<URI> addresses = new ArrayList<>();
        for (JsonNode event : events) {
            String id = event.at("/params/requestId").asText();
            URI known = requests.get(id);
            if (event.path("method").asText().equals("Network.requestWillBeSent")) {
                URI address = URI.create(event.at("/params/request/url").asText());
                if (!NO_NETWORK.contains(address.getScheme())) {
                    requests.put(id, address);
                    addresses.add(address);
                }
            } else if (known != null && event.path("method").asText().equals("Network.loadingFinished")) {
                files.put(known, event.at("/params/encodedDataLength").asLong());
            }
        }
        return new Traffic(addresses, files);
    }

    /** Scheme, host and port of all that was asked for. */
    Set<String> origins() {
        return addresses.stream()
                .map(address -> address.getScheme() + "://" + address.getAuthority())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Bytes of the page and of all its files, without what the API has said. */
    long bytesOfThePage() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().getPath().equals("/")
                        || file.getKey().getPath().startsWith("/page/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How often the path was asked for. */
    long requestsOf(String path) {
        return addresses.stream()
                .filter(address -> path.equals(address.getPath()))
                .count();
    }
}
