package khabar.it.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How a reader asks. */
final class Sse {
    private Sse() {}

    /** Asks for the address on a channel that blocks. */
    static void ask(SocketChannel channel, URI address) throws IOException {
        String request = "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(address.getRawPath(), address.getRawQuery(), address.getAuthority());
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
