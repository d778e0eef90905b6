package org.shiftscope.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BelowPathTest {

  private ListeningJetty jetty;

  @BeforeEach
  void listen() throws Exception {
    Handler behind =
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, "behind", callback);
            return true;
          }
        };
    jetty =
        new ListeningJetty(
            server -> new BuildConnector(server, Duration.ofMinutes(1)).plain(List.of()),
            new BelowPath("/a/s", behind));
  }

  @AfterEach
  void stop() throws Exception {
    jetty.close();
  }

  @Test
  void whoeverAsksForTheRootIsLedThere() throws Exception {
    assertThat(jetty.raw("GET / HTTP/1.1"))
        .contains(" 302 ")
        .containsIgnoringCase("location: /a/s/");
    assertThat(jetty.raw("GET /a/s HTTP/1.1")).contains(" 302 ");
    assertThat(jetty.raw("GET /a/s/ HTTP/1.1")).endsWith("behind");
    assertThat(jetty.raw("GET /elsewhere HTTP/1.1"))
        .contains(" 404 ", "this server is below /a/s/.", "/a/s/api/problems/not-found");
  }

  /** From /%61/s/s/x the path that is asked for would be read off as /s/x, which anybody may. */
  @Test
  void thePathMustBeWrittenAsItIs() throws Exception {
    for (String crooked :
        new String[] {
          "/%61/s/s/x", "//a/s/x", "/a;p/s/x", "/a/./s/x", "/a//s/x", "/A/s/x", "/a/sx"
        }) {
      assertThat(jetty.raw("GET " + crooked + " HTTP/1.1"))
          .as(crooked)
          .doesNotContain("behind")
          .containsAnyOf(" 404 ", " 400 ");
    }
  }
}
