package org.shiftscope.server.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.server.access.Access;
import org.shiftscope.storage.accounts.Secret;

/** Signs in by name and password, as often as guesses are allowed. */
public record TrySignIn(Access access) {

  /** What is counted of a name; accounts have shorter ones. */
  private static final int LONGEST_NAME = 60;

  private static final String REFUSED =
      "The name or the password is not right, or the account is disabled. An administrator can give"
          + " you a link to choose another password.";

  /**
   * Gives the browser its cookie.
   *
   * @throws HttpResponseException 401 where they are refused, with one sentence for every reason;
   *     429 where they tried too often
   */
  public void in(Context request, String name, String password) {
    String whole = name.strip().toLowerCase(java.util.Locale.ROOT);
    String account = whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
    String address = request.req().getRemoteAddr();
    access.rates().guess(account, address).ifPresent(TrySignIn::tooOften);
    Optional<Secret> cookie =
        access
            .people()
            .sessions()
            .signIn(
                name, password, Optional.ofNullable(request.header("User-Agent")), access.limits());
    if (cookie.isEmpty()) {
      throw new HttpResponseException(HttpStatus.UNAUTHORIZED.getCode(), REFUSED, Map.of());
    }
    access.rates().right(account, address);
    access.cookie().give(request.req(), request.res(), cookie.get(), access.limits().length());
  }

  static void tooOften(Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    throw new HttpResponseException(
        HttpStatus.TOO_MANY_REQUESTS.getCode(),
        "Too many tries to sign in: wait "
            + (minutes <= 1 ? "a minute" : minutes + " minutes")
            + ", and try again.",
        Map.of("Retry-After", Long.toString(wait.toSeconds() + 1)));
  }
}
