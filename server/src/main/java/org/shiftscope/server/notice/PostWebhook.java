package org.shiftscope.server.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.shiftscope.storage.Delivery;

/**
 * Posts a notice to a program, signed ({@link SignBody}). It follows no redirect: who is told is
 * who an administrator named. 2xx takes it; 410 says that nobody wants to be told any more.
 */
final class PostWebhook implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int GONE = 410;

  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final RefuseInner inner;
  private final String agent;
  private final Clock clock;

  PostWebhook(RefuseInner inner, String version, Clock clock) {
    this.inner = inner;
    this.agent = "Shiftscope/" + version;
    this.clock = clock;
  }

  /**
   * Posts it.
   *
   * @param body what {@code delivery} says, with the address of the experiment's page
   * @return what was answered
   */
  String post(Delivery delivery, String body) throws NotDelivered, InterruptedException {
    URI to = URI.create(delivery.address());
    inner.check(to.getHost().replaceAll("[\\[\\]]", ""));
    long now = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", agent)
            .header("webhook-id", delivery.id())
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", SignBody.of(delivery.secret(), delivery.id(), now, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      answer.body().close(); // whatever it says, and however much
      int status = answer.statusCode();
      if (status / 100 == 2) {
        return "HTTP " + status;
      }
      throw new NotDelivered(
          "HTTP " + status + (status / 100 == 3 ? ": redirects are not followed." : ""),
          status == GONE);
    } catch (IOException failed) {
      throw new NotDelivered(
          "No answer: "
              + Optional.ofNullable(failed.getMessage())
                  .orElse("the connection was refused or cut"),
          false);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
