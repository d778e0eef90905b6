package org.shiftscope.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy is 127.0.0.1 and a second one 10.0.0.2; 127.0.0.2 is anybody. */
class BelieveProxiesTest {

  private static final String ASK = "GET / HTTP/1.1";

  private ListeningJetty jetty;

  @BeforeEach
  void listen() throws Exception {
    jetty =
        new ListeningJetty(
            server ->
                new BuildConnector(server, Duration.ofMinutes(1))
                    .plain(List.of("127.0.0.1", "10.0.0.2", "::1")),
            new SayWhoAsks());
  }

  @AfterEach
  void stop() throws Exception {
    jetty.close();
  }

  @Test
  void aProxySaysFromWhereAndWhetherByHttps() throws Exception {
    assertThat(jetty.raw(ASK, "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https"))
        .endsWith("192.0.2.7 true localhost");
    assertThat(jetty.raw(ASK, "X-Forwarded-For: 2001:db8::7", "X-Forwarded-Proto: http"))
        .endsWith("[2001:db8::7] false localhost");
    assertThat(jetty.raw(ASK)).endsWith("127.0.0.1 false localhost");
  }

  @Test
  void whatAnybodyElseSaysIsNotBelieved() throws Exception {
    assertThat(
            jetty.rawFrom(
                "127.0.0.2", ASK, "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https"))
        .endsWith("127.0.0.2 false localhost");
  }

  @Test
  void norWhatSomebodyWroteForAProxyToPassOn() throws Exception {
    assertThat(jetty.raw(ASK, "X-Forwarded-For: 198.51.100.9, 192.0.2.7"))
        .endsWith("192.0.2.7 false localhost");
    assertThat(jetty.raw(ASK, "X-Forwarded-For: 198.51.100.9", "X-Forwarded-For: 192.0.2.7"))
        .endsWith("192.0.2.7 false localhost");
    assertThat(jetty.raw(ASK, "X-Forwarded-For: 198.51.100.9, 192.0.2.7, 10.0.0.2"))
        .as("two proxies in a row")
        .endsWith("192.0.2.7 false localhost");
    assertThat(
            jetty.raw(
                ASK,
                "Forwarded: for=198.51.100.9;proto=https;host=evil.example",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Port: 81",
                "X-Proxied-Https: on",
                "Proxy-auth-cert: x",
                "X-Forwarded-For: 192.0.2.7"))
        .endsWith("192.0.2.7 false localhost");
  }

  /** Answers with what a handler sees. */
  private static final class SayWhoAsks extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
      String seen =
          Request.getRemoteAddr(request)
              + " "
              + request.isSecure()
              + " "
              + Request.getServerName(request);
      Content.Sink.write(response, true, seen, callback);
      return true;
    }
  }
}
