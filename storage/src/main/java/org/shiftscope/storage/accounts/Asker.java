package org.shiftscope.storage.accounts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who asks. The server binds it to the thread of each request, and every change of the record looks
 * at it ({@link #require}); a thread without one is the server itself, which may do everything.
 *
 * @param name the account, or a word for who has none
 * @param role what they may do, here and now
 * @param proof what they showed: {@code session:} or {@code token:} and its hash; empty for none
 * @param address where they ask from
 */
public record Asker(String name, Role role, String proof, String address) {

  static final String SESSION = "session:";
  static final String TOKEN = "token:";

  private static final ScopedValue<Asker> CURRENT = ScopedValue.newInstance();

  /** Anyone, at a server without accounts. */
  public static Asker anyone(Role role, String address) {
    return new Asker("anyone", role, "", address);
  }

  /** Somebody who has not signed in at a server with accounts. */
  public static Asker nobody(String address) {
    return new Asker("nobody", Role.NOBODY, "", address);
  }

  /** A person at the machine's command line. */
  public static Asker commandLine() {
    return new Asker("command line", Role.ADMINISTRATOR, "", "");
  }

  /** Who asks in this thread; empty where the server itself does. */
  public static Optional<Asker> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Whether who asks may do what needs a role. */
  public static boolean may(Role needed) {
    return current().map(asker -> asker.role().may(needed)).orElse(true);
  }

  /**
   * The law, in one place.
   *
   * @throws NotAllowed where who asks may not do what needs a role
   */
  public static void require(Role needed) {
    current()
        .filter(asker -> !asker.role().may(needed))
        .ifPresent(
            asker -> {
              throw NotAllowed.toWho(asker, needed);
            });
  }

  /**
   * Runs something as asked by this one.
   *
   * @throws X what it throws
   */
  public <T, X extends Throwable> T ask(ScopedValue.CallableOp<T, X> what) throws X {
    return ScopedValue.where(CURRENT, this).call(what);
  }

  /** The same, asked by who asks here, whatever thread it is called from. */
  public static <T> Supplier<T> here(Supplier<T> what) {
    return current().<Supplier<T>>map(asker -> () -> asker.ask(what::get)).orElse(what);
  }

  /** As {@link #here(Supplier)}. */
  public static <T> Consumer<T> here(Consumer<T> what) {
    return current()
        .<Consumer<T>>map(
            asker ->
                value ->
                    asker.ask(
                        () -> {
                          what.accept(value);
                          return true;
                        }))
        .orElse(what);
  }

  /** Whether they have an account and signed in, or showed a token. */
  public boolean isKnown() {
    return !proof.isEmpty();
  }

  /** Whether they signed in with their password, in a browser or by REST. */
  public boolean isSignedIn() {
    return proof.startsWith(SESSION);
  }

  /** The account of who signed in: what a token alone may not change. */
  static String signedIn() {
    return current()
        .filter(Asker::isSignedIn)
        .map(Asker::name)
        .orElseThrow(
            () ->
                new NotAllowed(
                    "This needs a session: sign in with your name and password, not with a"
                        + " token."));
  }

  String hash() {
    return proof.substring(proof.indexOf(':') + 1);
  }
}
