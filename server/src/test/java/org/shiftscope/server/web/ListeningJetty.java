package org.shiftscope.server.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Jetty with one of our connectors and a handler behind. */
final class ListeningJetty implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector;

  ListeningJetty(Function<Server, ServerConnector> build, Handler handler) throws Exception {
    connector = build.apply(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  /** All that is answered to lines that no client of Java's would send. */
  String raw(String... lines) throws IOException {
    return rawFrom("127.0.0.1", lines);
  }

  /** The same, asked from an address of the loopback. */
  String rawFrom(String address, String... lines) throws IOException {
    String request =
        String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (var socket =
        new Socket(InetAddress.getByName("127.0.0.1"), port(), InetAddress.getByName(address), 0)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
