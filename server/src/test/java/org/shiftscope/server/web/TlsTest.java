package org.shiftscope.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.tls.CertificateFiles;
import org.shiftscope.server.tls.SelfSigned;

@Timeout(60)
class TlsTest {

  private static final Duration LOOKS = Duration.ofMillis(20);

  @TempDir private Path folder;

  @Test
  void aRenewedCertificateIsShownWithoutARestartAndABrokenOneIsNot() throws Exception {
    SelfSigned first = SelfSigned.in(folder, "first", "EC");
    SelfSigned second = SelfSigned.in(folder, "second", "RSA");
    CertificateFiles files = first.files();
    try (var jetty =
        new ListeningJetty(
            server -> new BuildConnector(server, LOOKS).secure(List.of(), files),
            new SayWhetherSecure())) {
      assertThat(ask(jetty, first)).isEqualTo("true https");
      assertThatThrownBy(() -> ask(jetty, second)).isInstanceOf(SSLHandshakeException.class);

      // The certificate is written before its key, as by hand.
      Files.copy(
          second.files().certificate(),
          files.certificate(),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Thread.sleep(LOOKS.multipliedBy(5));
      assertThat(ask(jetty, first)).as("half of a pair").isEqualTo("true https");

      second.writeTo(files);
      while (!isShown(jetty, second)) {
        Thread.sleep(LOOKS);
      }
      assertThatThrownBy(() -> ask(jetty, first)).isInstanceOf(SSLHandshakeException.class);
    }
  }

  private static boolean isShown(ListeningJetty jetty, SelfSigned trusted) throws Exception {
    try {
      return ask(jetty, trusted).equals("true https");
    } catch (SSLHandshakeException another) {
      return false;
    }
  }

  /** In a connection of its own, by a client that trusts one certificate. */
  private static String ask(ListeningJetty jetty, SelfSigned trusted) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().sslContext(trusted.trusting()).build()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + jetty.port() + "/")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static final class SayWhetherSecure extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      String seen = request.isSecure() + " " + request.getHttpURI().getScheme();
      Content.Sink.write(response, true, seen, callback);
      return true;
    }
  }
}
