package org.shiftscope.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompressAnswersTest {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CompletableFuture<String> outcome = new CompletableFuture<>();

  @Test
  void anAnswerThatIsReadyOnlyOnceTheServerHasStoppedFailsQuietly() throws Exception {
    Handler compress = CompressAnswers.of(new AnswerOnceStopped());
    compress.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle event) {
            stopped.countDown();
          }
        });
    ExecutorService answering = Executors.newSingleThreadExecutor();
    var jetty =
        new ListeningJetty(
            server -> new BuildConnector(server, Duration.ofMinutes(1)).plain(List.of()),
            new HandOver(answering, compress));
    try (answering;
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), jetty.port())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      jetty.close();
      assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo("org.eclipse.jetty.io.EofException");
    }
  }

  private final class AnswerOnceStopped extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws InterruptedException {
      asked.countDown();
      stopped.await();
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html");
      try {
        Content.Sink.write(
            response,
            true,
            "long ".repeat(10_000),
            Callback.from(
                () -> outcome.complete("answered"),
                failure -> outcome.complete(failure.getClass().getName())));
      } catch (RuntimeException thrown) {
        outcome.complete("thrown: " + thrown);
      }
      callback.succeeded();
      return true;
    }
  }
}
