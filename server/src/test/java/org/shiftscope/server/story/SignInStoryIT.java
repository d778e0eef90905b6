package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.AccessConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that others reach: who may do what, in a real browser and by REST. */
@Timeout(180)
class SignInStoryIT {

  private static final String PASSWORD = "correct horse battery";
  private static final double PATIENCE_MILLIS = 60_000;

  @TempDir private Path data;
  @TempDir private Path otherData;

  private final HttpClient http = HttpClient.newHttpClient();
  private RunningServer server;
  private Browser browser;
  private Page page;

  @BeforeEach
  void open() {
    server = InProcess.start(data, "0.0.0.0", AccessConfig.DEFAULT);
    browser = Browser.open(server.address());
    page = browser.page();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
    http.close();
  }

  @Test
  void theFirstStartIsClosedASetUpLinkOpensItAndEverybodyMayWhatTheirRoleSays() throws Exception {
    isClosedToWhoeverComes();
    theAdministratorSetsItUp();
    String vera = aViewerIsInvited();
    aViewerReadsAndChangesNothing(vera);
    aTokenWorksUntilItIsRevoked();
    anotherServerOnThisHostSignsNobodyOut();
    whatIsTypedIsKeptForItsOwnerAlone();
    signingOutEndsThePagesAndTheirPush();
    // What was refused, and the push that ended, stand in the browser's console.
    assertThat(
            browser.complaints().stream()
                .filter(
                    said -> !said.contains("status of 4") && !said.contains("Websocket closed")))
        .isEmpty();
  }

  private void isClosedToWhoeverComes() throws IOException {
    assertThat(status("GET", "/api/experiments")).isEqualTo(401);
    assertThat(status("GET", "/api/health")).isEqualTo(200);
    assertThat(status("POST", "/?v-r=init")).isEqualTo(401);
    assertThat(status("POST", "/?v-r=init&x=v-r=uidl")).isEqualTo(401);
    assertThat(status("POST", "/?v-r=init&v-r=uidl")).isEqualTo(401);
    assertThat(raw("POST /s/../?v-r=init HTTP/1.1", "Host: localhost")).contains(" 400 ");
    HttpResponse<String> front = send("GET", "/claims?experiments=a", "", "Accept", "text/html");
    assertThat(front.statusCode()).isEqualTo(303);
    assertThat(front.headers().firstValue("Location"))
        .contains("/sign-in?return=%2Fclaims%3Fexperiments%3Da");
    page.navigate("/");
    assertThat(page.locator("h1")).hasText("No account yet");

    assertThat(raw("GET /api/health HTTP/1.1", "Host: evil.example")).contains(" 421 ");
    assertThat(raw("GET / HTTP/1.1", "Host: localhost.evil.example:80")).contains(" 421 ");
    for (String foreign :
        new String[] {"Origin: http://evil.example", "Sec-Fetch-Site: cross-site"}) {
      assertThat(raw("POST /api/sign-in HTTP/1.1", "Host: localhost", foreign)).contains(" 403 ");
      assertThat(
              raw(
                  "GET /VAADIN/push HTTP/1.1",
                  "Host: localhost",
                  "Connection: Upgrade",
                  "Upgrade: websocket",
                  "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                  foreign))
          .contains(" 403 ");
    }
  }

  private void theAdministratorSetsItUp() {
    String notice = server.notices().getFirst();
    String link = notice.substring(notice.indexOf("/set-password?link="));
    page.navigate(link);
    assertThat(page.locator("h1")).hasText("The first administrator");
    browser.screenshot("set-up");
    page.locator("[name=name]").fill("Ada");
    page.locator("[name=password]").fill("ada");
    page.locator("button").click();
    assertThat(page.locator(".problem")).containsText("must have 10 to 200 characters");
    assertThat(page.locator("[name=name]")).hasValue("Ada");
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("button").click();
    assertThat(page.locator("h1")).hasText("Sign in");
    assertThat(server.notices()).as("no second one").isEmpty();
    page.navigate(link);
    assertThat(page.locator("h1")).hasText("This link is over");

    page.navigate("/new?preset=quick-start");
    assertThat(page.locator("h1")).hasText("Sign in");
    browser.screenshot("sign-in");
    browser.dark();
    browser.screenshot("sign-in-dark");
    browser.light();
    page.locator("[name=name]").fill("ada");
    page.locator("[name=password]").fill("wrong " + PASSWORD);
    page.locator("button").click();
    assertThat(page.locator(".problem")).containsText("The name or the password is not right");
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("button").click();
    page.waitForURL(Pattern.compile(".*/new\\?preset=quick-start"));
    assertThat(page.locator("#own-account")).containsText("ada");
  }

  private String aViewerIsInvited() throws IOException {
    page.navigate("/accounts");
    page.locator("#account-name input").fill("vera");
    page.locator("#account-role").click();
    page.locator("vaadin-select-item:visible")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Viewer"))
        .last()
        .click();
    page.locator("#add-account").click();
    assertThat(page.locator("#one-time-link input")).hasValue(Pattern.compile("http://.*link=.+"));
    browser.screenshot("accounts");
    browser.dark();
    browser.narrow();
    browser.screenshot("accounts-dark-narrow");
    browser.light();
    browser.wide();
    String link = page.locator("#one-time-link input").inputValue();
    String secret = link.substring(link.indexOf("link=") + "link=".length());
    HttpResponse<String> chosen =
        send(
            "POST",
            "/api/set-password",
            "{\"link\": \"" + secret + "\", \"password\": \"" + PASSWORD + "\"}");
    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
    return cookie("vera");
  }

  private void aViewerReadsAndChangesNothing(String cookie) throws IOException {
    assertThat(send("GET", "/api/experiments", "", "Cookie", cookie).statusCode()).isEqualTo(200);
    String spec = Lab.smallSweep(1).toString();
    HttpResponse<String> refused = send("POST", "/api/experiments", spec, "Cookie", cookie);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).get("detail").asString())
        .isEqualTo(
            "This needs a researcher, and vera is only a viewer: ask an administrator for another"
                + " role.");
    assertThat(send("GET", "/api/accounts", "", "Cookie", cookie).statusCode()).isEqualTo(403);
    assertThat(
            send(
                    "DELETE",
                    "/api/experiments/abc",
                    "",
                    "Cookie",
                    cookie,
                    "Origin",
                    "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    try (Browser other = Browser.open(server.address())) {
      Page hers = other.page();
      signIn(hers, "vera", "/new");
      assertThat(hers.locator("#launch-hint")).hasText(Pattern.compile("You are a viewer here.*"));
      assertThat(hers.locator("#launch")).isDisabled();
      hers.navigate("/accounts");
      assertThat(hers.locator("main h2")).hasText("This page is not for you");
    }
  }

  private void aTokenWorksUntilItIsRevoked() throws Exception {
    page.navigate("/account");
    page.locator("#token-title input").fill("a script");
    page.locator("#token-scope").click();
    page.locator("vaadin-select-item:visible")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("run"))
        .last()
        .click();
    page.locator("#make-token").click();
    assertThat(page.locator("#token input")).hasValue(Pattern.compile("shiftscope_.{43}"));
    browser.screenshot("account");
    String bearer = "Bearer " + page.locator("#token input").inputValue();

    HttpResponse<String> submitted =
        send("POST", "/api/experiments", Lab.longSweep().toString(), "Authorization", bearer);
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
    String path = submitted.headers().firstValue("Location").orElseThrow();
    assertThat(send("GET", "/api/accounts", "", "Authorization", bearer).statusCode())
        .isEqualTo(403);
    var heard = new CountDownLatch(1);
    CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> listen(path, bearer, heard));
    assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();

    page.locator("vaadin-button[aria-label='Revoke, a script']").click();
    assertThat(page.locator("vaadin-button[aria-label='Revoke, a script']")).hasCount(0);

    assertThat(send("GET", path, "", "Authorization", bearer).statusCode()).isEqualTo(401);
    stream.get(20, TimeUnit.SECONDS);
    String ada = cookie("ada");
    assertThat(send("POST", path + "/cancel", "", "Cookie", ada).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/audit?limit=4", "", "Cookie", ada).body())
        .contains("\"action\":\"cancel\"", "token-revoked", "\"account\":\"ada\"");
    page.navigate("/audit");
    assertThat(page.locator("tbody tr").nth(3)).isVisible();
    browser.screenshot("audit");
  }

  /** Browsers share cookies among all ports of a host. */
  private void anotherServerOnThisHostSignsNobodyOut() throws IOException {
    try (RunningServer other = InProcess.start(otherData)) {
      var lab = new Lab(other.address());
      String added =
          lab.post("/api/accounts", "{\"name\": \"bob\", \"role\": \"administrator\"}")
              .json()
              .at("/link/path")
              .asString();
      String secret = added.substring(added.indexOf("link=") + "link=".length());
      lab.post(
          "/api/set-password",
          "{\"link\": \"" + secret + "\", \"password\": \"" + PASSWORD + "\"}");

      page.navigate(other.address() + "/account");
      page.locator("[name=name]").fill("bob");
      page.locator("[name=password]").fill(PASSWORD);
      page.locator("button").click();
      assertThat(page.locator("#own-account")).containsText("bob");
      page.navigate("/account");
      assertThat(page.locator("#own-account")).containsText("ada");
      page.navigate(other.address() + "/account");
      page.locator("#sign-out").click();
      assertThat(page.locator("h1")).hasText("Sign in");
      page.navigate("/account");
      assertThat(page.locator("#own-account")).containsText("ada");
    }
  }

  private void whatIsTypedIsKeptForItsOwnerAlone() {
    page.navigate("/new?preset=quick-start");
    page.locator("#field-title input").fill("Nobody else's");
    page.waitForFunction(
        "Object.entries(localStorage).some(([k, v]) => k.startsWith('shiftscope.draft / ada.')"
            + " && v.includes('Nobody'))");
    assertThat(
            page.evaluate(
                "Object.keys(localStorage).filter(k => k.startsWith('shiftscope.draft'))"
                    + ".every(k => k.startsWith('shiftscope.draft / ada'))"))
        .isEqualTo(true);
  }

  private void signingOutEndsThePagesAndTheirPush() throws InterruptedException {
    var closed = new CountDownLatch(1);
    page.onWebSocket(socket -> socket.onClose(gone -> closed.countDown()));
    page.navigate("/");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    Page second = page.context().newPage();
    second.navigate("/account");
    second.locator("#sign-out").click();
    assertThat(second.locator("h1")).hasText("Sign in");
    for (int i = 0; i < 100 && closed.getCount() > 0; i++) {
      page.waitForTimeout(100); // Playwright hears of sockets only while it waits
    }
    assertThat(closed.getCount()).as("the push is over").isZero();
    // The page may be on its way there by itself.
    page.navigate("/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    assertThat(page.locator("h1")).hasText("Sign in");
  }

  private void signIn(Page where, String name, String then) {
    where.navigate(then);
    where.locator("[name=name]").fill(name);
    where.locator("[name=password]").fill(PASSWORD);
    where.locator("button").click();
    where.waitForURL(Pattern.compile(".*" + then));
  }

  /** Signs in by REST. */
  private String cookie(String name) throws IOException {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/sign-in",
            "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .matches(
            "shiftscope-[a-z0-9]{12}=[\\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private void listen(String path, String bearer, CountDownLatch heard) {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(path + "/events"))
            .header("Authorization", bearer)
            .build();
    try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
      lines.forEach(line -> heard.countDown());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private int status(String method, String path) throws IOException {
    return send(method, path, "").statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, BodyPublishers.ofString(body));
    try {
      return http.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** The first line of the answer to lines that no client of Java's would send. */
  private String raw(String... lines) throws IOException {
    try (var socket = new Socket("localhost", server.address().getPort())) {
      String request = String.join("\r\n", lines) + "\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
