package org.shiftscope.server.signin;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.shiftscope.server.access.Access;

/** The pages' routes. */
public final class SignInRoutes {

  /** Where the servlet must be mapped for them. */
  public static final List<String> PATHS =
      List.of(
          "/sign-in", "/sign-out", "/set-password", ProviderSignIn.BEGIN, ProviderSignIn.CALLBACK);

  private SignInRoutes() {}

  /** Adds them. */
  public static void on(RoutesConfig routes, Access access) {
    var signIn = new SignInPage(access);
    var password = new SetPasswordPage(access);
    routes
        .get("/sign-in", signIn::show)
        .post("/sign-in", signIn::answer)
        .post("/sign-out", signIn::signOut)
        .get("/set-password", password::show)
        .post("/set-password", password::answer);
    access
        .provider()
        .map(provider -> new ProviderSignIn(access, provider, signIn))
        .ifPresent(
            provider ->
                routes
                    .get(ProviderSignIn.BEGIN, provider::begin)
                    .get(ProviderSignIn.CALLBACK, provider::finish));
  }
}
