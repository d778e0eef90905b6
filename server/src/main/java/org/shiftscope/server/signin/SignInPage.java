package org.shiftscope.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.shiftscope.server.access.Access;
import org.shiftscope.ui.wording.Notation;

/** Asks for name and password, and goes on to the page that was asked for. */
record SignInPage(Access access) {

  private static final String NO_ACCOUNT =
      """
      <p>Nobody has an account here yet. Whoever runs this server finds a link in its log, by which
      the first administrator is made. Where there is none, since it listens on its own machine
      alone and a proxy passes requests on, start it with the proxy's name as <code>--names</code>.</p>
      """;

  void show(Context request) {
    show(request, HttpStatus.OK, Optional.empty(), "");
  }

  void answer(Context request) {
    String name = given(request, "name");
    try {
      new TrySignIn(access).in(request, name, given(request, "password"));
      access.cookie().come(request.req(), request.res(), Duration.ZERO);
      seeOther(request, returning(request));
    } catch (HttpResponseException refused) {
      refused.getDetails().forEach(request::header);
      HttpStatus status = HttpStatus.forStatus(refused.getStatus());
      show(request, status, Optional.ofNullable(refused.getMessage()), name);
    }
  }

  void signOut(Context request) {
    access.people().sessions().signOut();
    access.cookie().take(request.req(), request.res());
    seeOther(request, "/sign-in");
  }

  void show(Context request, HttpStatus status, Optional<String> problem, String name) {
    if (access.people().none()) {
      WritePage.to(request, status, "No account yet", problem, NO_ACCOUNT + byProvider(request));
      return;
    }
    String done =
        request.queryParam("done") == null ? "" : "<p>Your password is kept. Sign in with it.</p>";
    WritePage.to(
        request,
        status,
        "Sign in",
        problem,
        done
            + "<form method=\"post\" action=\"sign-in\">"
            + WritePage.field("Name", "name", "text", "username", name)
            + WritePage.field("Password", "password", "password", "current-password", "")
            + WritePage.hidden("return", returning(request))
            + "<button>Sign in</button></form>"
            + byProvider(request)
            + stillThere(request));
  }

  /** The way by the OpenID provider, where there is one. */
  private String byProvider(Context request) {
    return access
        .provider()
        .map(
            provider ->
                "<p class=\"or\">or</p><p><a class=\"button\" href=\""
                    + ProviderSignIn.BEGIN.substring(1)
                    + "?return="
                    + URLEncoder.encode(returning(request), StandardCharsets.UTF_8)
                    + "\">Sign in with "
                    + Notation.escaped(provider.title())
                    + "</a></p>")
        .orElse("");
  }

  /** Who is signed out here may still be signed in there: that is theirs to end. */
  private String stillThere(Context request) {
    return access
        .provider()
        .filter(came -> access.cookie().came(request.req()))
        .flatMap(
            provider ->
                provider
                    .signOut(ProviderSignIn.own(request, "/sign-in"))
                    .map(
                        there ->
                            "<p>This browser was signed in with "
                                + Notation.escaped(provider.title())
                                + ", and may still be signed in there: <a href=\""
                                + Notation.escaped(there.toString())
                                + "\">sign out of "
                                + Notation.escaped(provider.title())
                                + "</a>.</p>"))
        .orElse("");
  }

  /** A page of this server, whatever was written there. */
  static String returning(Context request) {
    String asked = given(request, "return");
    boolean here =
        asked.startsWith("/")
            && !asked.startsWith("//")
            && asked.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    return here ? asked : "/";
  }

  private static String given(Context request, String name) {
    String query = request.queryParam(name);
    String form = request.isFormUrlencoded() ? request.formParam(name) : null;
    return Optional.ofNullable(form).or(() -> Optional.ofNullable(query)).orElse("");
  }

  static void seeOther(Context request, String path) {
    request
        .status(HttpStatus.SEE_OTHER)
        .header("Cache-Control", "no-store")
        .header("Location", request.contextPath() + path);
  }
}
