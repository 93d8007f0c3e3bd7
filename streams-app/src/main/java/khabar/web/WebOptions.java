package khabar.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import khabar.settings.Origin;
import khabar.settings.Setting;
import khabar.settings.Settings;

/**
 * Where the server listens.
 *
 * @param address address of an interface of this machine
 * @param port port; 0 for any free one
 * @param anyOther whether any other port will do where this one is taken
 */
public record WebOptions(InetAddress address, int port, boolean anyOther) {
    private static final int LAST_PORT = 65_535;

    public static final Setting<Integer> PORT = Setting.wholeNumber(
            "port", 8080, 0, LAST_PORT, "Port of the web server, for the page and the API; 0 for any free one.");
    public static final Setting<InetAddress> ADDRESS = new Setting<>(
            "web.address",
            "127.0.0.1",
            "an address of this machine",
            "Address of the web server. With any but loopback, everybody on that network can read everything: there is no login.",
            WebOptions::address);

    /** The options that this record is made from. */
    public static final List<Setting<?>> ALL = List.of(PORT, ADDRESS);

    /** Reads the options: a port that nobody chose may be another one, so that a second instance can start. */
    public static WebOptions from(Settings settings) {
        return new WebOptions(settings.get(ADDRESS), settings.get(PORT), settings.originOf(PORT) == Origin.DEFAULT);
    }

    /** The same address with any free port. */
    WebOptions onAnyPort() {
        return new WebOptions(address, 0, false);
    }

    private static InetAddress address(String text) {
        try {
            if (text.isBlank()) {
                throw new IllegalArgumentException("empty");
            }
            return InetAddress.getByName(text);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }
}
