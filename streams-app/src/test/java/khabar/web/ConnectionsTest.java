package khabar.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import khabar.query.Known;
import khabar.query.Questions;
import khabar.query.StreamsInstance;
import khabar.query.archive.KeptNews;
import khabar.query.live.LiveView;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {
    private static final int MOST = 2;
    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void oneConnectionMoreThanAreAllowedWaitsUntilAnotherEnds() throws IOException {
        try (WebServer server = WebServer.start(options(), questions(), routes -> {})) {
            try (Connection first = new Connection(server);
                    Connection second = new Connection(server)) {
                assertThat(first.ask()).isEqualTo("HTTP/1.1 200 OK");
                assertThat(second.ask()).isEqualTo("HTTP/1.1 200 OK");
                Connection third = new Connection(server);
                third.send();
                for (int i = 0; i < 50; i++) {
                    assertThat(first.ask()).isEqualTo("HTTP/1.1 200 OK");
                }
                assertThat(third.hasAnswer()).as("while two are open").isFalse();

                second.close();
                assertThat(third.answer()).isEqualTo("HTTP/1.1 200 OK");
                third.close();
            }
        }
    }

    private static WebOptions options() {
        return new WebOptions(InetAddress.getLoopbackAddress(), 0, false, Optional.empty(), MOST);
    }

    private static Questions questions() {
        return new Questions(new StreamsInstance(), new LiveView(Clock.systemUTC()), new KeptNews(), new Known("none"));
    }

    /** A connection that stays open for as many questions as are asked. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Connection(WebServer server) throws IOException {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        }

        String ask() throws IOException {
            send();
            return answer();
        }

        void send() throws IOException {
            socket.getOutputStream().write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        }

        boolean hasAnswer() throws IOException {
            return answers.ready();
        }

        /** The first line of an answer, which is read to its end. */
        String answer() throws IOException {
            String status = answers.readLine();
            int length = 0;
            for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
                if (header.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(header.substring("Content-Length: ".length()));
                }
            }
            for (int i = 0; i < length; i++) {
                answers.read();
            }
            return status;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
