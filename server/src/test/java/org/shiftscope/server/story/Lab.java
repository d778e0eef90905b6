package org.shiftscope.server.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person who speaks REST to a server. */
record Lab(URI address) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Far longer than anything here takes: a test that hangs ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** The bytes of an answer that is no text. */
  byte[] bytes(String path) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answers with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Answer post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  Answer patch(String path, String body) {
    return send(request(path).method("PATCH", BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body, String... headers) {
    return send(request(path, headers).PUT(BodyPublishers.ofString(body)));
  }

  Answer head(String path) {
    return send(request(path).HEAD());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Submits a spec that is sound, and returns the experiment's path. */
  String submit(JsonNode spec) {
    Answer answer = post("/api/experiments", spec.toString());
    if (answer.status() != 201) {
      throw new AssertionError("Refused: " + answer.body());
    }
    return answer.header("Location");
  }

  /** Reads events until one is the last wanted, or the stream ends. */
  List<ServerEvent> events(
      String path, String query, Predicate<ServerEvent> last, String... headers) {
    HttpRequest request = request(path + "/events" + query, headers).GET().build();
    try (Stream<String> lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
      List<ServerEvent> events = new ArrayList<>();
      Iterator<String> each = lines.iterator();
      String id = "";
      String name = "";
      while (each.hasNext()) {
        String line = each.next();
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          var event = new ServerEvent(id, name, JsonMapper.shared().readTree(line.substring(6)));
          events.add(event);
          if (last.test(event)) {
            break;
          }
          id = "";
        }
      }
      return events;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until an experiment has ended. */
  List<ServerEvent> untilEnd(String path) {
    return events(path, "?until=end", event -> false);
  }

  /** The whole experiment. */
  JsonNode experiment(String path) {
    return get(path).json();
  }

  /** The trials of an experiment. */
  List<JsonNode> trials(String path) {
    return List.copyOf(get(path + "/results").json().get("trials").values());
  }

  /** A sweep over {@code seeds} of two temperatures, whose trials take a part of a second each. */
  static ObjectNode smallSweep(int seeds) {
    return sweep(seeds, 5);
  }

  /** A sweep of two temperatures whose trials take minutes each. */
  static ObjectNode longSweep() {
    return sweep(2, 1e5);
  }

  /** A sweep on 200 of the digits; the flow time of SGD decides how long a trial takes. */
  static ObjectNode sweep(int seeds, double flowTime) {
    ObjectNode spec =
        JsonMapper.shared()
            .readTree(
                """
                {"kind": "temperature-sweep", "title": "A small sweep",
                 "dataset": {"name": "digits", "trainSamples": 200, "testSamples": 100},
                 "network": {"name": "mlp", "hidden": [8]},
                 "temperatures": [0.003, 0.01],
                 "sgd": {"batchSize": 20, "maxEpochs": 1000000, "lambda": 1e-5},
                 "refinement": {"name": "flow", "trainTime": 1, "testTime": 1,
                                "integrator": {"name": "adaptive", "tolerance": 1e-3}},
                 "line": {"from": -1, "to": 2, "points": 61}}
                """)
            .asObject();
    spec.at("/sgd").asObject().put("flowTime", flowTime);
    var list = spec.putArray("seeds");
    for (int seed = 0; seed < seeds; seed++) {
      list.add(seed);
    }
    return spec;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An answer to a request. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The sentence of an error. */
    String error() {
      return json().get("detail").asString();
    }

    /** The messages of all problems. */
    List<String> problems() {
      return json().get("problems").valueStream().map(p -> p.get("message").asString()).toList();
    }
  }

  /**
   * A server-sent event.
   *
   * @param id its id, empty where it had none
   */
  record ServerEvent(String id, String name, JsonNode data) {}
}
