package org.shiftscope.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows an experiment by its events until it has ended; a stream that breaks is taken up again.
 */
final class FollowExperiment {

  private static final int MOST_FAILURES = 20;

  private final RestClient rest;
  private final String path;
  private long last;
  private int failures;

  /**
   * Of an experiment.
   *
   * @param path {@code /api/experiments/<id>}
   */
  FollowExperiment(RestClient rest, String path) {
    this.rest = rest;
    this.path = path;
  }

  /**
   * Returns it as it ended.
   *
   * @param bar shows how far it is
   * @param hear hears of each event's data
   */
  JsonNode untilEnd(ProgressBar bar, Consumer<JsonNode> hear)
      throws IOException, InterruptedException {
    JsonNode now = rest.get(path);
    while (now.get("ended").isNull()) {
      try {
        read(bar, hear);
      } catch (RequestRefused refused) {
        throw refused;
      } catch (IOException | UncheckedIOException broken) {
        again(broken);
      }
      now = now();
    }
    bar.show(now.get("progress"));
    bar.end();
    return now;
  }

  private JsonNode now() throws IOException, InterruptedException {
    while (true) {
      try {
        return rest.get(path);
      } catch (RequestRefused refused) {
        throw refused;
      } catch (IOException broken) {
        again(broken);
      }
    }
  }

  private void again(Exception broken) throws IOException, InterruptedException {
    if (++failures > MOST_FAILURES) {
      throw new IOException("The server went away: " + broken.getMessage(), broken);
    }
    Thread.sleep(Duration.ofMillis(Math.min(8_000, 250L << Math.min(failures, 5))));
  }

  private void read(ProgressBar bar, Consumer<JsonNode> hear)
      throws IOException, InterruptedException {
    try (Stream<String> lines = rest.lines(path + "/events?until=end", last)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("data: ")) {
          event(JsonMapper.shared().readTree(line.substring(6)), bar, hear);
        }
      }
    }
  }

  private void event(JsonNode event, ProgressBar bar, Consumer<JsonNode> hear)
      throws IOException, InterruptedException {
    failures = 0;
    last = Math.max(last, event.get("sequence").asLong());
    hear.accept(event);
    JsonNode progress = event.path("progress");
    bar.show(progress.isObject() ? progress : rest.get(path).get("progress"));
  }
}
