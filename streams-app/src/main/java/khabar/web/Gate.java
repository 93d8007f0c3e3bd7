package khabar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * Who is let in. A page of another name or origin is not, so that no site can read through the browser of
 * somebody who can. With a token only those who bring it are: as {@code Authorization: Bearer}, or as the
 * cookie that a visit of {@code /?token=…} leaves.
 */
final class Gate {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String COOKIE = "khabar-token";
    private static final String BEARER = "Bearer ";
    /** Whoever starts and stops the process asks this, and learns nothing else by it. */
    private static final String HEALTH = "/health/";

    private final boolean loopback;
    private final Optional<byte[]> token;
    private final String cookie;

    /**
     * A gate.
     *
     * @param loopback whether only this machine can reach the server: then a request for any other name
     *     comes from a page that had its own name point here
     * @param token what has to be brought; nothing where it is empty
     */
    Gate(boolean loopback, Optional<String> token) {
        this.loopback = loopback;
        this.token = token.map(Gate::digest);
        // Who sees the cookie does not have the token.
        this.cookie = token.map(text -> HexFormat.of().formatHex(digest("cookie " + text)))
                .orElse("");
    }

    /** What is said instead of an answer; empty for who is let in. */
    Optional<Reply> refusal(Request request) {
        String host = Request.getServerName(request);
        if (loopback && (host == null || !LOOPBACK_NAMES.contains(host))) {
            return Optional.of(Reply.problem(Reply.FORBIDDEN, "Forbidden", "host: not ours (expected: localhost)"));
        }
        if (!isOwnOrigin(request)) {
            return Optional.of(Reply.problem(Reply.FORBIDDEN, "Forbidden", "origin: not ours (expected: our page)"));
        }
        return token.flatMap(wanted -> withoutToken(request, wanted));
    }

    private static boolean isOwnOrigin(Request request) {
        String origin = request.getHeaders().get("Origin");
        String authority = request.getHttpURI().getAuthority();
        return origin == null
                || authority != null && (origin.equals("http://" + authority) || origin.equals("https://" + authority));
    }

    private Optional<Reply> withoutToken(Request request, byte[] wanted) {
        if (request.getHttpURI().getPath().startsWith(HEALTH) || isBearer(request, wanted) || hasCookie(request)) {
            return Optional.empty();
        }
        return Optional.of(
                isVisit(request, wanted)
                        ? new Reply(Reply.SEE_OTHER, "text/plain; charset=utf-8", new byte[0], Map.of())
                                .with("Location", "/")
                                .with("Set-Cookie", COOKIE + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict")
                        : Reply.problem(
                                        Reply.UNAUTHORIZED,
                                        "Unauthorized",
                                        "token: missing or wrong (expected: Authorization: Bearer …, or a visit of /?token=…)")
                                .with("WWW-Authenticate", "Bearer realm=\"khabar\""));
    }

    private static boolean isBearer(Request request, byte[] wanted) {
        String authorization = request.getHeaders().get("Authorization");
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(digest(authorization.substring(BEARER.length())), wanted);
    }

    private boolean hasCookie(Request request) {
        byte[] own = cookie.getBytes(UTF_8);
        boolean found = false;
        for (HttpCookie brought : Request.getCookies(request)) {
            found |= brought.getName().equals(COOKIE)
                    && MessageDigest.isEqual(brought.getValue().getBytes(UTF_8), own);
        }
        return found;
    }

    private static boolean isVisit(Request request, byte[] wanted) {
        if (!request.getHttpURI().getPath().equals("/")) {
            return false;
        }
        try {
            Fields.Field brought = Request.extractQueryParameters(request).get("token");
            return brought != null && MessageDigest.isEqual(digest(String.valueOf(brought.getValue())), wanted);
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** Of equal length for every text: comparing tells nothing, not even how long the token is. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", impossible);
        }
    }
}
