package org.shiftscope.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.server.access.Access;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.OneTimeLink;

/** Lets somebody with a one-time link choose a password. */
record SetPasswordPage(Access access) {

  private static final String OVER =
      """
      <p>This link does not hold any more: it was used, or it is older than a day. Ask an
      administrator for another one. A server on which nobody has an account logs one at each
      start.</p>
      <p><a href="sign-in">Sign in</a></p>
      """;

  void show(Context request) {
    String link = Optional.ofNullable(request.queryParam("link")).orElse("");
    show(request, link, HttpStatus.OK, Optional.empty());
  }

  void answer(Context request) {
    String link = given(request, "link");
    try {
      access.people().passwords().byLink(link, given(request, "name"), given(request, "password"));
      SignInPage.seeOther(request, "/sign-in?done=");
    } catch (InvalidSpec | AccountRefused refused) {
      show(request, link, HttpStatus.BAD_REQUEST, Optional.ofNullable(refused.getMessage()));
    }
  }

  private void show(Context request, String link, HttpStatus status, Optional<String> problem) {
    Optional<OneTimeLink> holds = access.people().passwords().find(link);
    if (holds.isEmpty()) {
      WritePage.to(request, HttpStatus.GONE, "This link is over", Optional.empty(), OVER);
      return;
    }
    boolean setUp = holds.get().account().isEmpty();
    String who =
        holds
            .get()
            .account()
            .map(account -> WritePage.fixed("Name", "name", "username", account))
            .orElseGet(() -> WritePage.field("Name", "name", "text", "username", name(request)));
    WritePage.to(
        request,
        status,
        setUp ? "The first administrator" : "Choose a password",
        problem,
        (setUp
                ? "<p>Whoever signs in with this name can do everything here, and add others.</p>"
                : "")
            + "<form method=\"post\" action=\"set-password\">"
            + who
            + WritePage.field(
                "Password, 10 characters or more", "password", "password", "new-password", "")
            + WritePage.hidden("link", link)
            + "<button>Keep it</button></form>");
  }

  private static String name(Context request) {
    return request.isFormUrlencoded() ? given(request, "name") : "";
  }

  private static String given(Context request, String name) {
    return Optional.ofNullable(request.formParam(name)).orElse("");
  }
}
