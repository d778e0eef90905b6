package org.shiftscope.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Speaks to a server by REST, as any other program would. */
final class RestClient {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 5;
  private static final int TOO_MANY = 429;

  private final URI address;
  private final Optional<String> token;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * To a server.
   *
   * @param token of an account; empty for a server that is open
   */
  RestClient(URI address, Optional<String> token) {
    this.address = address;
    this.token = token;
  }

  /** The whole address of a link that the server told. */
  URI link(String link) {
    return address.resolve(link);
  }

  /** The whole address of a path from the server's own root. */
  URI at(String path) {
    String root = address.toString();
    return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(request(path).timeout(PATIENCE).GET().build());
  }

  /**
   * Submits a spec; with a key, so that an answer that is lost is asked for again.
   *
   * @param query how it is to wait, with its question mark; empty for the usual way
   */
  JsonNode submit(JsonNode spec, String query) throws IOException, InterruptedException {
    HttpRequest request =
        request("/api/experiments" + query)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(spec.toString()))
            .build();
    for (int attempt = 1; ; attempt++) {
      try {
        return json(request);
      } catch (RequestRefused refused) {
        throw refused;
      } catch (IOException lost) {
        if (attempt == TRIES) {
          throw lost;
        }
        Thread.sleep(Duration.ofMillis(250L << attempt));
      }
    }
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return json(
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  JsonNode patch(String path, JsonNode body) throws IOException, InterruptedException {
    return json(
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Makes a backup on the server, which takes as long as it takes. */
  JsonNode makeBackup() throws IOException, InterruptedException {
    return json(request("/api/backups").POST(BodyPublishers.noBody()).build());
  }

  /** Has the server look at one of its backups, which takes as long as it takes. */
  JsonNode verifyBackup(String name) throws IOException, InterruptedException {
    String one = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return json(request("/api/backups/" + one + "/verify").POST(BodyPublishers.noBody()).build());
  }

  /** Ends what the server does with a backup now. */
  JsonNode cancelBackup() throws IOException, InterruptedException {
    return json(request("/api/backups/cancel").POST(BodyPublishers.noBody()).build());
  }

  /** The bytes of an answer; asked for again where the server answers others first. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).timeout(PATIENCE).GET().build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() < 400) {
        return answer.body();
      }
      if (answer.statusCode() != TOO_MANY || attempt == TRIES) {
        throw refusal(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
      }
      Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(5)));
    }
  }

  /** Writes an answer into a file that is not there yet; nothing is there where it broke off. */
  void download(String path, Path file) throws IOException, InterruptedException {
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "shiftscope-", ".part");
    try {
      HttpResponse<Path> answer = http.send(request(path).GET().build(), BodyHandlers.ofFile(part));
      if (answer.statusCode() >= 400) {
        throw refusal(answer.statusCode(), Files.readString(part));
      }
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Sends a file. */
  JsonNode upload(String path, String contentType, Path file)
      throws IOException, InterruptedException {
    return json(
        request(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofFile(file))
            .build());
  }

  /**
   * The lines of a stream of events; close it.
   *
   * @param after the number of the last event that was read, 0 for all
   */
  Stream<String> lines(String path, long after) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).GET();
    if (after > 0) {
      request.header("Last-Event-ID", Long.toString(after));
    }
    HttpResponse<Stream<String>> answer = http.send(request.build(), BodyHandlers.ofLines());
    if (answer.statusCode() >= 400) {
      try (Stream<String> lines = answer.body()) {
        throw refusal(answer.statusCode(), String.join("\n", lines.toList()));
      }
    }
    return answer.body();
  }

  private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw refusal(response.statusCode(), response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  /** Whoever refused: a proxy in between does not speak JSON. */
  private static RequestRefused refusal(int status, String body) {
    try {
      return new RequestRefused(status, JsonMapper.shared().readTree(body));
    } catch (JacksonException notJson) {
      return new RequestRefused(status, JsonNodeFactory.instance.objectNode());
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    token.ifPresent(given -> request.header("Authorization", "Bearer " + given));
    return request;
  }
}
