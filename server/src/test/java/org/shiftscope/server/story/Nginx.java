package org.shiftscope.server.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shiftscope.server.tls.CertificateFiles;

/** A real nginx, set up as docs/self-hosting.md shows, with TLS on a free port of the loopback. */
final class Nginx implements AutoCloseable {

  private static final Path DOCUMENT = Path.of("..", "docs", "self-hosting.md");
  private static final Pattern SHOWN = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  private static final String AROUND =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
      %s
      }
      """;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param path that it passes on
   * @param behind the server that it passes it on to
   */
  static Nginx start(Path folder, CertificateFiles tls, String path, URI behind) throws Exception {
    int port = freePort();
    Path home = Files.createDirectory(folder.resolve("nginx"));
    String shown = instead(shown(), "listen 443 ssl", "listen 127.0.0.1:" + port + " ssl");
    shown = instead(shown, "/etc/ssl/lab.example.org.pem", tls.certificate().toString());
    shown = instead(shown, "/etc/ssl/lab.example.org.key", tls.key().toString());
    shown = instead(shown, "location /shiftscope/ ", "location " + path + "/ ");
    shown = instead(shown, "127.0.0.1:8080", "127.0.0.1:" + behind.getPort());
    Files.writeString(home.resolve("nginx.conf"), AROUND.formatted(shown));
    String program = System.getenv().getOrDefault("SHIFTSCOPE_NGINX", "/usr/sbin/nginx");
    Process process =
        new ProcessBuilder(program, "-e", "stderr", "-p", home + "/", "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said").toFile())
            .start();
    var started = new Nginx(process, port);
    started.awaitListening(home.resolve("said"));
    return started;
  }

  /** As a browser sees it. */
  URI address() {
    return URI.create("https://localhost:" + port);
  }

  private void awaitListening(Path said) throws IOException, InterruptedException {
    while (!isListening()) {
      if (!process.isAlive()) {
        throw new AssertionError("nginx ended: " + Files.readString(said));
      }
      Thread.sleep(20);
    }
  }

  private boolean isListening() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String shown() throws IOException {
    Matcher found = SHOWN.matcher(Files.readString(DOCUMENT));
    if (!found.find()) {
      throw new AssertionError(DOCUMENT + " shows no nginx.");
    }
    return found.group(1);
  }

  private static String instead(String text, String part, String other) {
    if (!text.contains(part)) {
      throw new AssertionError("There is no \"" + part + "\" in what is shown:\n" + text);
    }
    return text.replace(part, other);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
