package org.shiftscope.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.server.config.MailConfig;
import org.shiftscope.server.config.ObserveConfig;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.Notices;
import org.shiftscope.storage.Recipient;
import org.shiftscope.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices reach a real HTTP server and a real SMTP server, and nobody else. */
@Timeout(60)
class SendNoticesTest {

  private static final Set<ExperimentState> ENDS =
      Set.of(ExperimentState.CANCELLED, ExperimentState.FAILED);

  /** What the receiver was sent. */
  private record Got(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return Objects.requireNonNull(headers.get(name)).getFirst();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  @TempDir private Path folder;

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private HttpServer receiver;
  private Storage storage;

  @BeforeEach
  void open() throws IOException {
    storage = Storage.open(folder, Clock.systemUTC());
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    storage.close();
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    got.add(
        new Got(
            Map.copyOf(exchange.getRequestHeaders()), new String(body, StandardCharsets.UTF_8)));
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status.get(), -1);
    exchange.close();
  }

  @Test
  void aWebhookIsSignedAndNamesTheExperimentsPage() throws Exception {
    Notices.Added added = storage.notices().add(hook(), ENDS);
    try (SendNotices sending = send(toLoopback(Optional.empty()))) {
      assertThat(next().json().get("type").asString()).isEqualTo("test");
      Experiment ended = submitted();
      storage.experiments().cancel(ended.id());

      Got notice = next();
      assertThat(notice.json().get("type").asString()).isEqualTo("experiment.cancelled");
      assertThat(notice.json().at("/data/url").asString())
          .isEqualTo("https://lab.example.org/shiftscope/experiments/" + ended.id());
      assertThat(notice.header("Webhook-signature"))
          .isEqualTo(
              SignBody.of(
                  added.secret(),
                  notice.header("Webhook-id"),
                  Long.parseLong(notice.header("Webhook-timestamp")),
                  notice.body()));
      until(added, last -> last.delivered() && last.answer().equals("HTTP 204"));
    }
  }

  /** The example of the specification's own libraries (standard-webhooks, version 1.0.0). */
  @Test
  void theSignatureIsThatOfStandardWebhooks() {
    assertThat(
            SignBody.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsNotTakenIsTriedAgainAfterARestartAndARedirectIsNotFollowed() throws Exception {
    Notices.Added added = storage.notices().add(hook(), ENDS);
    status.set(302);
    try (SendNotices sending = send(toLoopback(Optional.empty()))) {
      next();
      until(added, last -> last.answer().equals("HTTP 302: redirects are not followed."));
    }
    assertThat(got).isEmpty();
    status.set(500);
    storage.close();
    storage = Storage.open(folder, later(Duration.ofSeconds(10)));
    Got again;
    try (SendNotices sending = send(toLoopback(Optional.empty()))) {
      again = next();
      until(added, last -> last.tries() == 2 && last.next().isPresent());
    }
    assertThat(again.json().get("type").asString()).isEqualTo("test");
    status.set(410);
    storage.close();
    storage = Storage.open(folder, later(Duration.ofMinutes(6)));
    try (SendNotices sending = send(toLoopback(Optional.empty()))) {
      assertThat(next().header("Webhook-id")).isEqualTo(again.header("Webhook-id"));
      until(added, last -> last.tries() == 3 && last.next().isEmpty() && !last.delivered());
    }
  }

  @Test
  void thisMachineItselfIsToldOfNothingUnlessASettingAllowsIt() throws Exception {
    Notices.Added added = storage.notices().add(hook(), ENDS);
    Notices.Added metadata = storage.notices().add("http://169.254.169.254/latest", ENDS);
    try (SendNotices sending = send(ObserveConfig.DEFAULT)) {
      until(added, last -> last.answer().contains("notices-to-loopback"));
      until(metadata, last -> last.answer().startsWith("Nothing is sent to 169.254.169.254"));
    }
    assertThat(got).isEmpty();
  }

  @Test
  void whatFailsHereIsATryToo() throws Exception {
    Notices.Added added = storage.notices().add(hook(), ENDS);
    Supplier<URI> none =
        () -> {
          throw new IllegalStateException("no port yet");
        };
    try (SendNotices sending = send(toLoopback(Optional.empty()), none)) {
      next(); // the test, which names no page
      storage.experiments().cancel(submitted().id());
      until(
          added,
          last ->
              last.tries() == 1 && last.next().isPresent() && last.answer().contains("its log"));
    }
    assertThat(got).isEmpty();
  }

  private Experiment submitted() {
    return storage.experiments().submit(Presets.all().getFirst().spec());
  }

  @Test
  void aLetterTellsOfTheEnd() throws Exception {
    var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    Notices.Added added = storage.notices().add("mailto:ada@lab.example.org", ENDS);
    var mail =
        new MailConfig(
            "127.0.0.1",
            smtp.getSmtp().getPort(),
            MailConfig.Security.NONE,
            "shiftscope@lab.example.org",
            Optional.empty(),
            Optional.empty());
    try (SendNotices sending = send(toLoopback(Optional.of(mail)))) {
      assertThat(smtp.waitForIncomingEmail(10_000, 1)).isTrue();
      Experiment ended = submitted();
      storage.experiments().cancel(ended.id());
      assertThat(smtp.waitForIncomingEmail(10_000, 2)).isTrue();
      var letter = smtp.getReceivedMessages()[1];
      assertThat(letter.getSubject()).isEqualTo("Shiftscope: " + ended.title() + " cancelled");
      assertThat(letter.getContent().toString())
          .contains("Cancelled: 0 of", "lab.example.org/shiftscope/experiments/" + ended.id());
      assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(letter.getFrom()[0].toString()).isEqualTo("shiftscope@lab.example.org");
      until(added, Recipient.LastTry::delivered);
    } finally {
      smtp.stop();
    }
  }

  @Test
  void withoutAnSmtpServerALetterSaysWhatToSet() throws Exception {
    Notices.Added added = storage.notices().add("mailto:ada@lab.example.org", ENDS);
    try (SendNotices sending = send(ObserveConfig.DEFAULT)) {
      until(added, last -> last.answer().contains("mail-host") && last.next().isEmpty());
    }
  }

  private String hook() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private static ObserveConfig toLoopback(Optional<MailConfig> mail) {
    return new ObserveConfig(ObserveConfig.LogFormat.TEXT, List.of(), Optional.empty(), true, mail);
  }

  private SendNotices send(ObserveConfig config) {
    return send(config, () -> URI.create("https://lab.example.org/shiftscope/"));
  }

  private SendNotices send(ObserveConfig config, Supplier<URI> address) {
    return new SendNotices(
        storage.notices(), storage.experiments(), config, "test", address, Clock.systemUTC());
  }

  private Got next() throws InterruptedException {
    Got next = got.poll(20, TimeUnit.SECONDS);
    assertThat(next).describedAs("a notice came in time").isNotNull();
    return next;
  }

  /** What came of a try is noted after the receiver has it. */
  private void until(Notices.Added added, Predicate<Recipient.LastTry> holds) throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (true) {
      Optional<Recipient.LastTry> last =
          storage.notices().find(added.recipient().id()).orElseThrow().last();
      if (last.filter(holds).isPresent()) {
        return;
      }
      assertThat(System.nanoTime()).describedAs("the last try: " + last).isLessThan(end);
      Thread.sleep(20); // there is no event to wait for
    }
  }

  private static Clock later(Duration by) {
    return Clock.offset(Clock.systemUTC(), by);
  }
}
