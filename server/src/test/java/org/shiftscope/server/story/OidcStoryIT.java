package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.config.OidcConfig;
import org.shiftscope.storage.accounts.Role;

/** Sign-in by a real small OpenID provider on the loopback. */
@Timeout(120)
class OidcStoryIT {

  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private SmallProvider provider;
  private RunningServer server;

  @BeforeEach
  void open() throws Exception {
    provider = new SmallProvider();
    provider.knows("ada", "lab-admins");
    provider.knows("vera", "lab");
    provider.knows("mallory");
    server = InProcess.start(data, "127.0.0.1", access(true));
  }

  @AfterEach
  void close() {
    server.close();
    provider.close();
    http.close();
  }

  private AccessConfig access(boolean newcomers) {
    return access(newcomers, "preferred_username");
  }

  private AccessConfig access(boolean newcomers, String nameClaim) {
    return new AccessConfig(
        List.of(),
        List.of(),
        false,
        AccessConfig.DEFAULT.sessions(),
        AccessConfig.DEFAULT.audit(),
        AccessConfig.DEFAULT.endedShares(),
        Optional.of(
            new OidcConfig(
                provider.issuer(),
                SmallProvider.CLIENT,
                Optional.of(SmallProvider.SECRET),
                "Small Provider",
                List.of("openid", "profile"),
                nameClaim,
                new OidcConfig.Groups(
                    "groups",
                    Map.of("lab-admins", Role.ADMINISTRATOR, "lab", Role.RESEARCHER),
                    Role.NOBODY),
                newcomers)));
  }

  @Test
  void onePersonSignsInByTheProviderAndOutAgain() throws Exception {
    try (Browser browser = Browser.open(server.address())) {
      Page page = browser.page();
      page.navigate("/oidc-sign-in");
      page.getByText("mallory").click();
      assertThat(page.locator(".problem"))
          .hasText("You are in none of the groups that may use this server: ask an administrator.");
      page.navigate("/oidc-sign-in");
      page.getByText("vera").click();
      assertThat(page.locator(".problem")).containsText("the first must be an administrator's");

      page.navigate("/oidc-sign-in?return=%2Fnew");
      page.getByText("ada").click();
      page.waitForURL("**/new**");
      assertThat(page.locator("#own-account")).containsText("ada");

      page.navigate("/account");
      assertThat(page.locator("#token-title")).isVisible();
      assertThat(page.locator("#change-password")).hasCount(0);
      page.navigate("/audit");
      assertThat(page.locator("tbody")).containsText("account-linked");
      page.navigate("/account");
      page.locator("#sign-out").click();
      assertThat(page.locator("main")).containsText("may still be signed in there");
      browser.screenshot("oidc-sign-in");
      browser.dark();
      browser.narrow();
      browser.screenshot("oidc-sign-in-dark-narrow");
      page.getByText("sign out of Small Provider").click();
      assertThat(page.locator("h1")).hasText("You left the provider");
      page.navigate("/claims");
      page.getByText("Sign in with Small Provider").click();
      page.getByText("vera").click();
      page.waitForURL("**/claims");
      assertThat(page.locator("#own-account")).containsText("vera");
      assertThat(
              browser.complaints().stream()
                  .filter(
                      said -> !said.contains("status of 4") && !said.contains("Websocket closed")))
          .isEmpty();
    }
    assertThat(provider.refusals).isEmpty();
  }

  @Test
  void nothingButTheProvidersWordForThisSignInIsBelieved() throws Exception {
    String ada = enter("ada").cookie();
    Back back = new Back("vera");

    assertThat(back.with("state", "another")).contains("was not begun in this browser");
    assertThat(back.inAnotherBrowser()).contains("was not begun in this browser");
    assertThat(back.with("iss", "http://localhost:1")).contains("answer of another provider");
    assertThat(new Back("vera").instead("access_token=x&token_type=Bearer"))
        .contains("cannot be understood");
    assertThat(new Back("vera").instead("code=")).contains("cannot be understood");
    Back once = new Back("vera");
    assertThat(once.arrive().statusCode()).isEqualTo(303);
    assertThat(once.arrive().body()).as("replayed").contains("was used already");
    Back stolen = new Back("vera");
    String code = SmallProvider.Parameters.of(stolen.address.getRawQuery()).get("code");
    assertThat(new Back("ada").with("code", code))
        .as("of another sign-in: its challenge is another")
        .contains("invalid_grant");
    assertThat(new Back("ada").with("code", "made-up")).contains("invalid_grant");
    assertThat(provider.refusals).hasSize(2);

    assertThat(told(claims -> claims.claim("nonce", "another"))).contains("nonce");
    assertThat(told(claims -> claims.audience("another-client"))).contains("audience");
    assertThat(told(claims -> claims.issuer("http://localhost:1"))).contains("issuer");
    assertThat(told(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))))
        .contains("Expired");
    provider.signingKey = new RSAKeyGenerator(2048).keyID("the key").generate();
    assertThat(told(UnaryOperator.identity())).contains("signature");
    provider.signingKey = provider.key;

    provider.lie = thin -> thin.claim("preferred_username", null).claim("groups", null);
    assertThat(json("/api/me", enter("vera").cookie()))
        .as("told by its other door alone")
        .contains("\"vera\"", "\"researcher\"");
    provider.lie = thin -> thin.claim("preferred_username", null).subject("another");
    assertThat(new Back("vera").arrive().body()).contains("does not tell preferred_username");
    assertThat(json("/api/audit?limit=100", ada))
        .contains("\"signed-in\"", "ada(" + provider.issuer() + ")", "\"sign-in-refused\"");
  }

  @Test
  void anAddressNamesAnAccountWhereTheProviderHasVerifiedIt() throws Exception {
    server.close();
    server = InProcess.start(data, "127.0.0.1", access(true, "email"));
    for (Object verified : new Object[] {"no", false}) {
      provider.lie =
          claims -> claims.claim("email", "ada@example.org").claim("email_verified", verified);
      assertThat(new Back("ada").arrive().body())
          .contains("does not tell email as one that it has verified");
    }
    provider.lie = claims -> claims.claim("email", "ada@example.org").claim("email_verified", true);
    assertThat(json("/api/me", enter("ada").cookie())).contains("\"ada@example.org\"");
  }

  /** What the page says where the provider lies. */
  private String told(UnaryOperator<JWTClaimsSet.Builder> lie) throws Exception {
    provider.lie = lie;
    HttpResponse<String> answer = new Back("vera").arrive();
    provider.lie = UnaryOperator.identity();
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(each -> isSession(each));
    assertThat(answer.body()).contains("does not hold", "name=\"password\"");
    return answer.body();
  }

  @Test
  void accountsAreLinkedOnceAndGroupsDecideAtEachSignIn() throws Exception {
    String ada = enter("ada").cookie();
    server.close();
    server = InProcess.start(data, "127.0.0.1", access(false));
    assertThat(json("/api/me", ada)).as("the session outlives it").contains("\"ada\"");
    assertThat(enter("vera").response().body()).contains("Nobody here is called vera");

    send("POST", "/api/accounts", "{\"name\": \"vera\", \"role\": \"viewer\"}", ada);
    String vera = enter("vera").cookie();
    assertThat(json("/api/me", vera)).contains("\"vera\"", "\"researcher\"");

    provider.knows("vera", "lab-admins");
    assertThat(json("/api/me", enter("vera").cookie())).contains("\"administrator\"");
    send("PATCH", "/api/accounts/vera", "{\"disabled\": true}", ada);
    assertThat(enter("vera").response().body()).contains("Your account here is disabled");
    assertThat(send("GET", "/api/experiments", "", vera).statusCode()).isEqualTo(401);

    HttpResponse<String> local =
        send("POST", "/api/accounts", "{\"name\": \"mallory\", \"role\": \"viewer\"}", ada);
    String link = local.body().replaceAll("(?s).*link=([\\w-]+).*", "$1");
    send(
        "POST",
        "/api/set-password",
        "{\"link\": \"" + link + "\", \"password\": \"" + PASSWORD + "\"}",
        "");
    provider.knows("mallory", "lab");
    assertThat(enter("mallory").response().body())
        .as("a name is no key to an account with a password")
        .contains("There is an account named mallory already");

    provider.close();
    server.close();
    server = InProcess.start(data, "127.0.0.1", access(false));
    HttpResponse<String> away = send("GET", "/oidc-sign-in", "", "");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("Small Provider does not answer now", "name=\"password\"");
    assertThat(
            send(
                    "POST",
                    "/api/sign-in",
                    "{\"name\": \"mallory\", \"password\": \"" + PASSWORD + "\"}",
                    "")
                .statusCode())
        .isEqualTo(200);
  }

  /** The whole way of somebody without a browser. */
  private Entered enter(String person) throws Exception {
    return new Entered(new Back(person).arrive());
  }

  private record Entered(HttpResponse<String> response) {
    String cookie() {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
      return response.headers().allValues("Set-Cookie").stream()
          .filter(OidcStoryIT::isSession)
          .map(each -> each.substring(0, each.indexOf(';')))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean isSession(String cookie) {
    return cookie.matches("shiftscope-[a-z0-9]{12}=.+");
  }

  /** A browser that was at the provider, and is sent back. */
  private final class Back {
    private final String begun;
    private final URI address;

    Back(String person) throws Exception {
      HttpResponse<String> sent = send("GET", "/oidc-sign-in", "", "");
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
      String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly; SameSite=Lax");
      begun = cookie.substring(0, cookie.indexOf(';'));
      URI there =
          URI.create(sent.headers().firstValue("Location").orElseThrow() + "&person=" + person);
      HttpResponse<String> back =
          http.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString());
      address = URI.create(back.headers().firstValue("Location").orElseThrow());
      assertThat(address.toString()).startsWith(server.address() + "/oidc-callback?");
    }

    HttpResponse<String> arrive() throws Exception {
      return send("GET", address.toString(), "", begun);
    }

    String inAnotherBrowser() throws Exception {
      return send("GET", address.toString(), "", "").body();
    }

    /** With an answer of another kind, to the same sign-in. */
    String instead(String answered) throws Exception {
      String state = SmallProvider.Parameters.of(address.getRawQuery()).get("state");
      HttpResponse<String> answer =
          send("GET", "/oidc-callback?state=" + state + "&" + answered, "", begun);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
      return answer.body();
    }

    String with(String name, String value) throws Exception {
      String changed = address.toString().replaceFirst("([?&]" + name + "=)[^&]*", "$1" + value);
      HttpResponse<String> answer = send("GET", changed, "", begun);
      assertThat(answer.statusCode()).isEqualTo(401);
      return answer.body();
    }
  }

  private String json(String path, String cookie) throws Exception {
    return send("GET", path, "", cookie).body().replace(" ", "");
  }

  private HttpResponse<String> send(String method, String path, String body, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return http.send(
        (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
        BodyHandlers.ofString());
  }
}
