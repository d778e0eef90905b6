package org.shiftscope.server.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.access.RefuseForeign;
import org.shiftscope.ui.frame.Backend;

/**
 * The one Jetty. The port is taken before anything is opened or written, and answered only once
 * everything behind it is ready: {@link #bind}, then {@link #start}, then {@link #close}.
 */
public final class WebServer implements AutoCloseable {

  /** A set-up of the form stands in its address, and browsers send that as the referrer, too. */
  private static final int LONGEST_HEADERS = 96 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private WebServer(Server server, ServerConnector connector, String host) {
    this.server = server;
    this.connector = connector;
    this.host = host;
  }

  /**
   * Takes the port.
   *
   * @param proxies addresses of those whose headers are believed
   * @throws PortRefused where it cannot be had
   */
  public static WebServer bind(String host, int port, List<String> proxies) {
    var server = new Server();
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.setRequestHeaderSize(LONGEST_HEADERS);
    if (!proxies.isEmpty()) {
      http.addCustomizer(new BelieveProxies(Set.copyOf(proxies), new ForwardedRequestCustomizer()));
    }
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    // Streams of events never end by themselves: a stop waits for nobody.
    server.setStopTimeout(0);
    try {
      connector.open();
    } catch (IOException e) {
      throw portRefused(host, port, e);
    }
    return new WebServer(server, connector, host);
  }

  /** Starts to answer whom {@code access} lets through. */
  public void start(Servlet rest, Servlet shared, Backend backend, Access access) {
    server.setHandler(
        new RefuseForeign(
            access.names(),
            CompressAnswers.of(new BuildContext(rest, shared, backend, access).build())));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not start: " + e.getMessage(), e);
    }
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    boolean anyOrLoopback =
        host.equals("0.0.0.0")
            || host.equals("::")
            || host.equals("127.0.0.1")
            || host.equals("::1")
            || host.equals("localhost");
    String name = anyOrLoopback ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
      connector.close();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop: " + e.getMessage(), e);
    }
  }

  private static PortRefused portRefused(String host, int port, IOException e) {
    Throwable cause = e.getCause() instanceof BindException ? e.getCause() : e;
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return new PortRefused(
          "Port "
              + port
              + " of "
              + host
              + " is in use by another program, perhaps another Shiftscope. Stop that one, or"
              + " choose another port with --port (0 takes a free one).",
          e);
    }
    return new PortRefused(
        "Shiftscope cannot listen on port "
            + port
            + " of "
            + host
            + ": "
            + cause.getMessage()
            + ". Choose another with --port and --host.",
        e);
  }
}
