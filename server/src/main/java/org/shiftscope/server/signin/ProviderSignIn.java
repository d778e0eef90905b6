package org.shiftscope.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.oidc.OidcProvider;
import org.shiftscope.server.oidc.ProviderFailed;
import org.shiftscope.storage.accounts.Identities;

/** Sends a browser to the OpenID provider, and signs in who comes back. */
record ProviderSignIn(Access access, OidcProvider provider, SignInPage page) {

  static final String BEGIN = "/oidc-sign-in";

  /** What is registered at the provider as the redirect URI. */
  static final String CALLBACK = "/oidc-callback";

  void begin(Context request) {
    orTell(
        request,
        () -> {
          access.rates().from(request.req().getRemoteAddr()).ifPresent(TrySignIn::tooOften);
          OidcProvider.Sent sent = begun(request);
          access.cookie().begin(request.req(), request.res(), sent.state(), sent.life());
          request
              .status(HttpStatus.SEE_OTHER)
              .header("Cache-Control", "no-store")
              .header("Location", sent.address().toString());
        });
  }

  /** Where the provider is away nothing was tried: passwords are left as many guesses. */
  private OidcProvider.Sent begun(Context request) {
    try {
      return provider.begin(own(request, CALLBACK), SignInPage.returning(request));
    } catch (ProviderFailed failed) {
      if (failed.isAway()) {
        access.rates().rightFrom(request.req().getRemoteAddr());
      }
      throw failed;
    }
  }

  void finish(Context request) {
    orTell(
        request,
        () -> {
          String state = Optional.ofNullable(request.queryParam("state")).orElse("");
          // Of this browser: a link with somebody else's answer signs nobody in.
          boolean own = access.cookie().begun(request.req()).filter(state::equals).isPresent();
          access.cookie().begin(request.req(), request.res(), "", Duration.ZERO);
          OidcProvider.Returned returned = returned(request, own ? state : "");
          Identities.Entry entry =
              access
                  .people()
                  .identities()
                  .signIn(
                      returned.person(),
                      provider.newcomers(),
                      Optional.ofNullable(request.header("User-Agent")),
                      access.limits());
          if (entry.cookie().isEmpty()) {
            page.show(request, HttpStatus.FORBIDDEN, Optional.of(entry.refusal()), "");
            return;
          }
          access.rates().rightFrom(request.req().getRemoteAddr());
          access
              .cookie()
              .give(request.req(), request.res(), entry.cookie().get(), access.limits().length());
          access.cookie().come(request.req(), request.res(), access.limits().length());
          SignInPage.seeOther(request, returned.returning());
        });
  }

  private OidcProvider.Returned returned(Context request, String state) {
    try {
      return provider.finish(state, request.queryParamMap());
    } catch (ProviderFailed failed) {
      if (!state.isEmpty()) {
        access.people().identities().refused(String.valueOf(failed.getMessage()));
      }
      throw failed;
    }
  }

  /** Shows the page with a sentence where it fails. */
  private void orTell(Context request, Runnable tried) {
    try {
      tried.run();
    } catch (ProviderFailed failed) {
      HttpStatus status =
          failed.isAway() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED;
      page.show(request, status, Optional.ofNullable(failed.getMessage()), "");
    } catch (HttpResponseException refused) {
      refused.getDetails().forEach(request::header);
      HttpStatus status = HttpStatus.forStatus(refused.getStatus());
      page.show(request, status, Optional.ofNullable(refused.getMessage()), "");
    }
  }

  /**
   * An address of this server as the browser has it: by the name that was asked for, which is one
   * of its own, and by https where the browser or a believed proxy came so.
   */
  static URI own(Context request, String path) {
    String scheme = request.req().isSecure() ? "https" : "http";
    return URI.create(scheme + "://" + request.header("Host") + request.contextPath() + path);
  }
}
