package org.shiftscope.server.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.access.RefuseForeign;
import org.shiftscope.server.config.ListenConfig;
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.ui.frame.Backend;

/**
 * The one Jetty. The port is taken before anything is opened or written, and answered only once
 * everything behind it is ready: {@link #bind}, then {@link #start}, then {@link #close}.
 */
public final class WebServer implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /**
   * A body is waited for before a thread is given to its request, as far as this: who sends slowly
   * holds memory, and no thread. What is larger is read as it comes.
   */
  private static final EagerContentHandler.ContentLoaderFactory WHOLE_BODIES =
      new EagerContentHandler.RetainedContentLoaderFactory(1 << 20, 0, false);

  private final WatchThreads threads = new WatchThreads();
  private final Server server;
  private final ServerConnector connector;
  private final String path;

  private WebServer(Server server, ServerConnector connector, String path) {
    this.server = server;
    this.connector = connector;
    this.path = path;
  }

  /**
   * Takes the port.
   *
   * @param proxies addresses of those whose headers are believed
   * @throws PortRefused where it cannot be had
   */
  public static WebServer bind(ListenConfig listen, List<String> proxies) {
    var server = new Server();
    var build = new BuildConnector(server, BETWEEN_LOOKS);
    ServerConnector connector =
        listen
            .tls()
            .map(files -> build.secure(proxies, files))
            .orElseGet(() -> build.plain(proxies));
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    server.addConnector(connector);
    // Streams of events never end by themselves: a stop waits for nobody.
    server.setStopTimeout(0);
    try {
      connector.open();
    } catch (IOException e) {
      throw portRefused(listen.host(), listen.port(), e);
    }
    return new WebServer(server, connector, listen.path());
  }

  /** Starts to answer whom {@code access} lets through, and tells {@code metrics} of it. */
  public void start(Servlet rest, Servlet shared, Backend backend, Access access, Metrics metrics) {
    Handler all =
        CompressAnswers.of(new BuildContext(rest, shared, backend, access, metrics).build(path));
    Handler ours =
        new RefuseForeign(access.names(), path, path.isEmpty() ? all : new BelowPath(path, all));
    server.setHandler(
        new AnswerAlive(
            path,
            threads,
            new EagerContentHandler(new HandOver(server.getThreadPool(), ours), WHOLE_BODIES)));
    metrics.watch(server.getThreadPool());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not start: " + e.getMessage(), e);
    }
  }

  /** Which threads wait for each other for ever, a sentence; empty where none do. */
  public Supplier<Optional<String>> deadlock() {
    return threads;
  }

  /** The port that it got. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    threads.close();
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
