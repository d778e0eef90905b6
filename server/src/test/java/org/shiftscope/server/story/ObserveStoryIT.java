package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.ObserveConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a server is watched from outside. */
@Timeout(90)
class ObserveStoryIT {

  @TempDir private Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<RunningServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(RunningServer::close);
    http.close();
  }

  @Test
  void itTellsThatItLivesAndAnswersWhileHundredsSendSlowly() throws Exception {
    URI address = start("127.0.0.1", ObserveConfig.DEFAULT);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        slow.add(sendHalf(address));
      }
      assertThat(get(address, "/api/health/live", Duration.ofSeconds(2)).body())
          .isEqualTo("{\"status\":\"alive\",\"trouble\":null}");
      assertThat(get(address, "/api/health/ready", Duration.ofSeconds(5)).body())
          .isEqualTo("{\"status\":\"ready\",\"reasons\":[]}");
      assertThat(get(address, "/api/experiments", Duration.ofSeconds(5)).statusCode())
          .isEqualTo(200);
      Socket first = slow.getFirst(); // who sends the rest is answered
      first.getOutputStream().write("a\":1}".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(first.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 400");
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  /** A request of 7 bytes, of which two are there. */
  private static Socket sendHalf(URI address) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    socket
        .getOutputStream()
        .write(
            "POST /api/experiments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 7\r\n\r\n{\""
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void itTellsWhatRunsWhereAndTheMetricsSayTheSame() throws Exception {
    URI address = start("127.0.0.1", ObserveConfig.DEFAULT);
    var lab = new Lab(address);
    String path = lab.submit(Lab.longSweep());
    lab.events(path, "", event -> event.name().equals("trial-progress"));

    JsonNode system = lab.get("/api/system").json();
    assertThat(system.at("/running/0/experiment").asString())
        .isEqualTo(path.substring(path.lastIndexOf('/') + 1));
    assertThat(system.at("/lanes/0/running").asInt()).isPositive();
    assertThat(system.at("/database/engine").asString()).startsWith("H2 2.");
    assertThat(system.at("/disk/folder").asString()).isEqualTo(data.toString());
    assertThat(system.at("/memory/resident").asLong()).isGreaterThan(50_000_000);
    String metrics = get(address, "/metrics", Duration.ofSeconds(5)).body();
    assertThat(metrics)
        .contains("shiftscope_lane_slots{lane=\"cpu\"} 2.0\n")
        .containsPattern("shiftscope_lane_running\\{lane=\"cpu\"} [12]\\.0\n")
        .containsPattern(
            "http_server_requests_seconds_count\\{method=\"POST\",route=\"/api/experiments\","
                + "status=\"201\"} 1\n")
        .containsPattern("jetty_threads_busy [0-9]")
        .doesNotContain(path);
    lab.post(path + "/cancel", "");
    lab.untilEnd(path);
    assertThat(get(address, "/metrics", Duration.ofSeconds(5)).body())
        .containsPattern(
            "shiftscope_trial_run_seconds_count\\{end=\"stopped\",kind=\"temperature-sweep\","
                + "lane=\"cpu\"} [12]\n");
    try (Stream<Path> files = Files.list(data)) {
      Path noted =
          files
              .filter(file -> file.getFileName().toString().startsWith("serving-"))
              .findFirst()
              .orElseThrow();
      assertThat(Files.readString(noted)).isEqualTo(address + "\n");
    }
  }

  @Test
  void theMetricsOfAServerWithAccountsAreForWhoMayReadOrForNamedAddresses() throws Exception {
    URI address = start("0.0.0.0", ObserveConfig.DEFAULT);
    assertThat(get(address, "/metrics", Duration.ofSeconds(5)).statusCode()).isEqualTo(401);
    assertThat(get(address, "/api/system", Duration.ofSeconds(5)).statusCode()).isEqualTo(401);
    assertThat(get(address, "/api/health/live", Duration.ofSeconds(5)).statusCode()).isEqualTo(200);
    server.orElseThrow().close();
    var open =
        new ObserveConfig(
            ObserveConfig.LogFormat.TEXT,
            List.of("127.0.0.1"),
            Optional.empty(),
            false,
            Optional.empty());
    address = start("0.0.0.0", open);
    assertThat(get(address, "/metrics", Duration.ofSeconds(5)).body())
        .contains("shiftscope_database_up 1.0");
    assertThat(get(address, "/api/system", Duration.ofSeconds(5)).statusCode()).isEqualTo(401);
  }

  @Test
  void theLogIsJsonWhereThatIsAskedForAndItsLinesNameRequestAndAccount() throws Exception {
    try (ChildServer child =
        ChildServer.launch(
            "serve", "--port", "0", "--data", data.toString(), "--log-format", "json")) {
      JsonNode serving = JsonMapper.shared().readTree(child.untilSaid("Serving on "));
      assertThat(serving.get("level").asString()).isEqualTo("INFO");
      String said = serving.get("formattedMessage").asString();
      URI address = URI.create(said.replaceAll("Serving on | until Ctrl-C.", ""));
      Files.move(data.resolve("shiftscope.mv.db"), data.resolve("away"));
      HttpRequest submit =
          HttpRequest.newBuilder(URI.create(address + "/api/searches"))
              .header("X-Request-Id", "a-proxys-own")
              .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\",\"query\":\"b\"}"))
              .build();
      HttpResponse<String> refused = http.send(submit, BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("X-Request-Id")).contains("a-proxys-own");
      JsonNode line = JsonMapper.shared().readTree(child.untilSaid("searches failed"));
      assertThat(line.at("/mdc/request").asString()).isEqualTo("a-proxys-own");
      assertThat(line.at("/mdc/account").asString()).isEqualTo("anyone");
      assertThat(line.at("/throwable/className").asString()).endsWith("StorageUnavailable");
      assertThat(child.stop(10)).isTrue();
    }
  }

  private URI start(String host, ObserveConfig observe) {
    RunningServer started = InProcess.start(data, host, observe);
    server = Optional.of(started);
    return started.address();
  }

  private HttpResponse<String> get(URI address, String path, Duration patience) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(patience).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
