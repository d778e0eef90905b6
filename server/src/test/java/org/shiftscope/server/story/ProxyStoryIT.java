package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.config.ListenConfig;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.tls.SelfSigned;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A server below a path behind a real nginx with TLS, and one with TLS of its own, both reached by
 * the same browser.
 */
@Timeout(180)
class ProxyStoryIT {

  private static final String BELOW = "/lab/shiftscope";
  private static final String PASSWORD = "correct horse battery";
  private static final double PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;

  private SelfSigned certificate;
  private RunningServer server;
  private RunningServer other;
  private Nginx nginx;
  private Browser browser;
  private Page page;
  private final List<String> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger frames = new AtomicInteger();
  private String token = "";
  private TrustingProgram program;

  @BeforeEach
  void open() throws Exception {
    certificate = SelfSigned.in(folder, "own", "EC");
    server =
        InProcess.start(
            folder.resolve("data"),
            new ListenConfig(0, "127.0.0.1", BELOW, Optional.empty()),
            behindProxy());
    other =
        InProcess.start(
            folder.resolve("other"),
            new ListenConfig(0, "127.0.0.1", "", Optional.of(certificate.files())),
            AccessConfig.DEFAULT);
    nginx = Nginx.start(folder, certificate.files(), BELOW, server.address());
    URI root = URI.create(nginx.address() + BELOW);
    program = new TrustingProgram(root, certificate, "Accept", "*/*");
    browser = Browser.open(URI.create(root + "/"));
    page = browser.page();
    page.onWebSocket(
        socket -> {
          sockets.add(socket.url());
          socket.onFrameReceived(frame -> frames.incrementAndGet());
        });
  }

  /** With pages open and requests under way: nothing of it is worth a warning. */
  @AfterEach
  void close() {
    var said = new ListAppender<ILoggingEvent>();
    var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    said.start();
    log.addAppender(said);
    server.close();
    other.close();
    log.detachAppender(said);
    browser.close();
    nginx.close();
    assertThat(said.list)
        .filteredOn(each -> each.getLevel().isGreaterOrEqual(Level.WARN))
        .isEmpty();
  }

  private static AccessConfig behindProxy() {
    AccessConfig usual = AccessConfig.DEFAULT;
    return new AccessConfig(
        usual.names(),
        List.of("127.0.0.1"),
        usual.openToNetwork(),
        usual.sessions(),
        usual.audit(),
        usual.endedShares(),
        usual.oidc());
  }

  @Test
  void aServerBelowAPathBehindAProxyIsAsAnyOther() throws Exception {
    somebodySignsInThroughTheProxy();
    String experiment = anExperimentIsLaunchedAndItsPageHearsOfIt();
    eventsComeThroughTheProxyOneByOne();
    addressesInAnswersHaveThePath(experiment);
    aSharedPageIsWholeThere(experiment);
    programsTakeTheWholeAddress();
    theProxyIsBelievedAndNobodyElse();
    websocketsAreForWhoHasSignedInAndTakeNoMessages();
    tlsOfItsOwnPushesToo();
    page.navigate("");
    assertThat(page.locator("#own-account")).containsText("ada");
    assertThat(browser.complaints()).isEmpty();
  }

  private void somebodySignsInThroughTheProxy() {
    assertThat(server.address().toString()).endsWith(BELOW);
    String notice = server.notices().getFirst();
    assertThat(notice).contains(server.address() + "/set-password?link=");
    page.navigate(nginx.address() + notice.substring(notice.indexOf(BELOW)));
    page.locator("[name=name]").fill("ada");
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("button").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    page.navigate("new?preset=quick-start");
    assertThat(page.locator("h1")).hasText("Sign in");
    browser.screenshot("sign-in-behind-a-proxy");
    page.locator("[name=name]").fill("ada");
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("button").click();
    page.waitForURL(Pattern.compile(".*" + BELOW + "/new\\?preset=quick-start"));
    List<Cookie> cookies = page.context().cookies();
    assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.secure && cookie.httpOnly);
    assertThat(cookies).allMatch(cookie -> cookie.path.startsWith(BELOW));
  }

  private String anExperimentIsLaunchedAndItsPageHearsOfIt() {
    type("title", "Behind a proxy");
    type("dataset-trainSamples", "200");
    type("dataset-testSamples", "100");
    type("network-hidden", "8");
    type("sgd-flowTime", "20");
    assertThat(page.locator("#launch")).isEnabled();
    page.locator("#launch").click();
    page.waitForURL(Pattern.compile(".*" + BELOW + "/experiments/[a-z0-9]{12}.*"));
    assertThat(page.locator("#state [data-state], #state[data-state]").first())
        .hasAttribute(
            "data-state", "finished", new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(page.locator("shiftscope-chart[drawn]:visible").first()).isVisible();
    browser.screenshot("behind-a-proxy");
    assertThat(sockets)
        .isNotEmpty()
        .allMatch(url -> url.startsWith("wss://" + nginx.address().getAuthority() + BELOW + "/"));
    assertThat(frames.get()).as("messages by push").isPositive();
    return page.url().replaceFirst(".*/experiments/([a-z0-9]{12}).*", "$1");
  }

  private void eventsComeThroughTheProxyOneByOne() throws Exception {
    URI root = program.root();
    token =
        new TrustingProgram(root, certificate, "Cookie", cookies(each -> true))
            .post("/api/tokens", "{\"title\": \"t\", \"scope\": \"administer\", \"days\": 1}")
            .json()
            .get("token")
            .asString();
    program = new TrustingProgram(root, certificate, "Authorization", "Bearer " + token);
    Answer submitted = program.post("/api/experiments", Lab.longSweep().toString());
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
    assertThat(submitted.header("Location")).startsWith(BELOW + "/api/experiments/");
    String path = submitted.header("Location").substring(BELOW.length());
    assertThat(program.hears(path + "/events", line -> line.equals("event: experiment-submitted")))
        .isTrue();
    assertThat(program.post(path + "/cancel", "").status()).isEqualTo(200);
  }

  private void addressesInAnswersHaveThePath(String experiment) throws Exception {
    JsonNode json = program.get("/api/experiments/" + experiment).json();
    assertThat(json.at("/links/self").asString())
        .isEqualTo(BELOW + "/api/experiments/" + experiment);
    assertThat(json.at("/links/page").asString()).isEqualTo(BELOW + "/experiments/" + experiment);
    assertThat(program.get("/api/openapi.json").json().at("/servers/0/url").asString())
        .isEqualTo(BELOW);
    assertThat(program.get("/api/experiments/none").json().get("type").asString())
        .isEqualTo(BELOW + "/api/problems/not-found");
    page.navigate("api/docs");
    assertThat(page.locator(".opblock-tag-section").first()).isVisible();
    page.navigate(nginx.address() + BELOW);
    assertThat(page.locator("[id^=experiment-]").first()).isVisible();
  }

  private void aSharedPageIsWholeThere(String experiment) throws Exception {
    Answer shared = program.post("/api/shares", "{\"experiments\": [\"" + experiment + "\"]}");
    assertThat(shared.status()).as(shared.body()).isEqualTo(201);
    String link = shared.json().get("link").asString();
    assertThat(link).startsWith(BELOW + "/s/");
    for (String address : new String[] {link, link + "/embed"}) {
      Page stranger = browser.stranger(true);
      assertThat(stranger.navigate(nginx.address() + address).status()).isEqualTo(200);
      assertThat(stranger.locator("canvas, svg").first()).isVisible();
      assertThat(stranger.context().cookies()).isEmpty();
      stranger.context().close();
    }
    page.navigate("shares");
    page.navigate(page.locator("a[href*='api/shares/']").first().getAttribute("href"));
    assertThat(page.locator("h1")).containsText("Behind a proxy");
  }

  private void programsTakeTheWholeAddress() throws Exception {
    String address = nginx.address() + BELOW;
    var environment =
        Map.of(
            "SHIFTSCOPE_SERVER",
            address,
            "SHIFTSCOPE_TOKEN",
            token,
            "SSL_CERT_FILE",
            certificate.files().certificate().toString(),
            "PYTHONPATH",
            Path.of("../clients/python/src").toAbsolutePath().toString(),
            "JAVA_OPTS",
            "-Djavax.net.ssl.trustStore="
                + certificate.store()
                + " -Djavax.net.ssl.trustStorePassword="
                + SelfSigned.PASSWORD);
    Path spec = folder.resolve("spec.json");
    Files.writeString(spec, Lab.smallSweep(1).toString());
    String told =
        run(
            environment,
            System.getProperty("shiftscope.launcher"),
            "submit",
            "--watch",
            spec.toString());
    assertThat(told).contains(address + "/experiments/").contains("2 of 2 trials");
    String read =
        run(
            environment,
            "python3",
            "-c",
            "from shiftscope import Client\n"
                + "e = next(Client().experiments())\n"
                + "print(e.page, len(e.results()), [x.type for x in e.events()][-1])");
    assertThat(read).startsWith(address + "/experiments/").contains(" 2 experiment-ended");
  }

  private void theProxyIsBelievedAndNobodyElse() throws Exception {
    String body = "{\"name\": \"ada\", \"password\": \"" + PASSWORD + "\"}";
    HttpResponse<String> proxied = program.signInFrom("127.0.0.2", body);
    assertThat(proxied.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("shiftscope-[a-z0-9]{12}=[\\w-]{43}; Path=" + BELOW + "/; .*; Secure");
    assertThat(lastAddress()).isEqualTo("127.0.0.2");
    HttpResponse<String> direct =
        new TrustingProgram(server.address(), certificate, "Accept", "*/*")
            .signInFrom("127.0.0.3", body);
    assertThat(direct.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    assertThat(lastAddress()).isEqualTo("127.0.0.3");
  }

  private String lastAddress() throws Exception {
    return program.get("/api/audit?limit=1").json().at("/0/address").asString();
  }

  private void websocketsAreForWhoHasSignedInAndTakeNoMessages() throws Exception {
    var stranger = new OpenPush(server.address(), "");
    assertThat(stranger.status()).isEqualTo(401);
    for (String address :
        List.of(
            "/VAADIN/push?v-r=uidl",
            "/VAADIN/push?v-r=heartbeat",
            "/?v-r=uidl",
            "/sign-in",
            "/s/../VAADIN/push",
            "/api/../VAADIN/push")) {
      assertThat(stranger.status(address)).as(address).isIn(400, 401);
    }
    var signedIn = new OpenPush(server.address(), cookies(each -> !each.contains("pages")));
    assertThat(signedIn.status()).isEqualTo(101);
    String there = "The temperature chooses the basin";
    OpenPush.Answers answers = signedIn.go("learn");
    assertThat(answers.bySocket()).doesNotContain(there);
    assertThat(answers.byRequest()).as("which pages send their messages by").contains(there);
  }

  private void tlsOfItsOwnPushesToo() throws Exception {
    assertThat(other.address().toString()).startsWith("https://localhost:");
    sockets.clear();
    page.navigate(other.address().toString());
    page.locator("#quick-start").waitFor();
    Answer submitted =
        new TrustingProgram(other.address(), certificate, "Accept", "*/*")
            .post("/api/experiments", Lab.smallSweep(1).toString());
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
    assertThat(page.locator("[id^=experiment-]").first()).isVisible();
    assertThat(sockets)
        .isNotEmpty()
        .allMatch(url -> url.startsWith("wss://" + other.address().getAuthority() + "/"));
  }

  /** As a program sends those of the browser whose names are told. */
  private String cookies(Predicate<String> names) {
    return page.context().cookies().stream()
        .filter(cookie -> names.test(cookie.name))
        .map(cookie -> cookie.name + "=" + cookie.value)
        .collect(joining("; "));
  }

  private static String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHIFTSCOPE_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void type(String field, String text) {
    page.locator("#field-" + field + " input").fill(text);
  }
}
