package khabar.broker;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two listening sockets, bound once by us and handed to Kafka: a free port is then ours for good, where asking for
 * one and binding it later would be a race.
 */
final class LoopbackSockets implements Closeable {
    static final String HOST = "127.0.0.1";

    /** The host as bytes; the JDK's own loopback address may be the one of IPv6. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int LARGEST_PORT = 65_535;
    private static final int FIRST_UNPRIVILEGED_PORT = 1_024;
    private static final int BACKLOG = 128;

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;

    private LoopbackSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
    }

    static LoopbackSockets bind(int port) throws IOException {
        if (port < BrokerOptions.ANY_PORT || port > LARGEST_PORT) {
            throw BrokerStartException.of("port", port, "1 to " + LARGEST_PORT + ", or 0 for any");
        }
        ServerSocketChannel clients = bindForClients(port);
        try {
            return new LoopbackSockets(clients, listen(BrokerOptions.ANY_PORT));
        } catch (IOException e) {
            clients.close();
            throw e;
        }
    }

    int clientPort() {
        return clients.socket().getLocalPort();
    }

    int controllerPort() {
        return controller.socket().getLocalPort();
    }

    ServerSocketFactory asKafkaSees() {
        return (listener, address, backlog, receiveBuffer) ->
                BrokerSettings.CONTROLLER_LISTENER.equals(listener) ? controller : clients;
    }

    /** Closes both, also where Kafka closed them already or never took them over. */
    @Override
    public void close() throws IOException {
        try {
            clients.close();
        } finally {
            controller.close();
        }
    }

    private static ServerSocketChannel bindForClients(int port) throws IOException {
        try {
            return listen(port);
        } catch (BindException e) {
            // What the system says is in its user's language; below 1024 the reason may be that this user may not.
            if (port != BrokerOptions.ANY_PORT && port < FIRST_UNPRIVILEGED_PORT) {
                throw BrokerStartException.of(
                        "port", port + " cannot be bound: " + e.getMessage(), "a free port this user may bind", e);
            }
            throw BrokerStartException.of("port", port + " is in use", "a free port, or 0 for any", e);
        }
    }

    private static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
