package org.shiftscope.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server by REST, as any other program would. */
final class RestClient {

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  RestClient(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(request(path).GET().build());
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** The lines of a stream of events; close it. */
  Stream<String> lines(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofLines()).body();
  }

  private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    JsonNode body = JsonMapper.shared().readTree(response.body());
    if (response.statusCode() >= 400) {
      throw new IOException(body.path("detail").asString(response.body()));
    }
    return body;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }
}
