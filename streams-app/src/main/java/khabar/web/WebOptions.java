package khabar.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import khabar.settings.Origin;
import khabar.settings.Setting;
import khabar.settings.SettingException;
import khabar.settings.Settings;

/**
 * Where the server listens, and to whom.
 *
 * @param address address of an interface of this machine
 * @param port port; 0 for any free one
 * @param anyOther whether any other port will do where this one is taken
 * @param token what everybody has to bring who asks; nothing where it is empty
 * @param connections the most connections at a time
 */
public record WebOptions(InetAddress address, int port, boolean anyOther, Optional<String> token, int connections) {
    private static final int LAST_PORT = 65_535;
    /** Room for 10,000 readers of events, and for those who look. */
    private static final int DEFAULT_CONNECTIONS = 12_000;

    private static final Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{16,256}");

    public static final Setting<Integer> PORT = Setting.wholeNumber(
            "port", 8080, 0, LAST_PORT, "Port of the web server, for the page and the API; 0 for any free one.");
    public static final Setting<InetAddress> ADDRESS = new Setting<>(
            "web.address",
            "127.0.0.1",
            "an address of this machine",
            "Address of the web server. Any but loopback needs web.token, or web.open=true.",
            WebOptions::address);

    public static final Setting<String> TOKEN = new Setting<>(
            "web.token",
            "",
            "16 to 256 letters, digits or signs of . _ ~ + / = -",
            "Who asks the web server must bring it: as Authorization: Bearer, or once as /?token=…, for the page.",
            WebOptions::token);
    public static final Setting<String> OPEN = Setting.choice(
            "web.open",
            "false",
            List.of("true", "false"),
            "Whether everybody who reaches an address that is not loopback may read everything, without a token.");
    public static final Setting<Integer> CONNECTIONS = Setting.wholeNumber(
            "web.connections",
            DEFAULT_CONNECTIONS,
            1,
            100_000,
            "The most connections to the web server at a time; further ones wait.");

    /** The options that this record is made from. */
    public static final List<Setting<?>> ALL = List.of(PORT, ADDRESS, TOKEN, OPEN, CONNECTIONS);

    /** Options without a token, for loopback. */
    public WebOptions(InetAddress address, int port, boolean anyOther) {
        this(address, port, anyOther, Optional.empty(), DEFAULT_CONNECTIONS);
    }

    /** Reads the options: a port that nobody chose may be another one, so that a second instance can start. */
    public static WebOptions from(Settings settings) {
        InetAddress address = settings.get(ADDRESS);
        Optional<String> token = Optional.of(settings.get(TOKEN)).filter(text -> !text.isEmpty());
        if (!address.isLoopbackAddress()
                && token.isEmpty()
                && settings.get(OPEN).equals("false")) {
            throw new SettingException(
                    ADDRESS.name(),
                    settings.textOf(ADDRESS),
                    "a loopback address; or web.token, which everybody who asks must bring; or web.open=true, "
                            + "with which everybody on that network can read everything");
        }
        return new WebOptions(
                address,
                settings.get(PORT),
                settings.originOf(PORT) == Origin.DEFAULT,
                token,
                settings.get(CONNECTIONS));
    }

    /** The same address with any free port. */
    WebOptions onAnyPort() {
        return new WebOptions(address, 0, false, token, connections);
    }

    private static String token(String text) {
        if (!text.isEmpty() && !TOKEN_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a token");
        }
        return text;
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
