package org.shiftscope.server.rest;

import io.javalin.Javalin;
import jakarta.servlet.DispatcherType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.access.EndPages;
import org.shiftscope.server.access.IdentifyAsker;
import org.shiftscope.server.access.OwnNames;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Storage;
import org.shiftscope.ui.observed.Observed;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharing.MakeShare;

/** REST on a real port and real storage, without pages and without a worker. */
final class RestAlone implements AutoCloseable {

  private final Storage storage;
  final Javalin javalin;
  private final Server server = new Server(0);
  private final HttpClient http = HttpClient.newHttpClient();
  final AnswerInTurn theory = new AnswerInTurn("theory", Duration.ofSeconds(10));

  RestAlone(Path folder, Memory memory) throws Exception {
    storage = Storage.open(folder, Clock.systemUTC());
    var host = new Host(new DataFolder(folder), memory, 2);
    var access =
        Access.of(
            storage.people(),
            OwnNames.of("127.0.0.1", List.of(), false),
            AccessConfig.DEFAULT,
            List.of(),
            Clock.systemUTC());
    var context = new ServletContextHandler();
    var draw = new DrawPicture();
    Backups backups = storage.backups(folder.resolve("backups"), "test");
    javalin =
        RestApi.javalin(
            new RestParts(
                storage.experiments(),
                new MakeShare(
                    storage.shares(),
                    new FreezeStored(storage.experiments(), "test", "test", Clock.systemUTC()),
                    Clock.systemUTC()),
                new EstimateCost(host, System::nanoTime),
                theory,
                draw,
                new PrintShares(draw, Clock.systemUTC()),
                host,
                new Observing(
                    () -> {
                      throw new OutOfMemoryError("planted");
                    },
                    Optional::empty,
                    List::of,
                    new Observed(
                        () -> {
                          throw new IllegalStateException("nobody looks at the system here");
                        },
                        storage.notices(),
                        false,
                        Optional.of(backups)),
                    new Metrics()),
                Duration.ofSeconds(15),
                "test",
                access,
                Optional.of(backups)));
    var rest = new ServletHolder(javalin.javalinServlet());
    rest.setAsyncSupported(true);
    var anyone = new FilterHolder(new IdentifyAsker(access, new EndPages(storage.people())));
    anyone.setAsyncSupported(true);
    context.addFilter(anyone, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(rest, RestApi.PATH);
    server.setHandler(context);
    server.start();
  }

  HttpResponse<String> post(String path, String body) {
    return send(HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> patch(String path, String body) {
    return send(
        HttpRequest.newBuilder(address(path)).method("PATCH", BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(address(path)).DELETE());
  }

  /** Puts a body with an If-Match, where it is not empty. */
  HttpResponse<String> put(String path, String ifMatch, String body) {
    var request = HttpRequest.newBuilder(address(path)).PUT(BodyPublishers.ofString(body));
    return send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)).GET());
  }

  /** The first line of what is answered to bytes that no client would send. */
  String answerTo(String request) throws IOException {
    try (var socket = new Socket("localhost", address("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  private URI address(String path) {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return URI.create("http://localhost:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws Exception {
    http.close();
    server.stop();
    storage.close();
  }
}
