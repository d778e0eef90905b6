package org.shiftscope.storage.accounts;

import java.util.Locale;

/** Who asks may not do that. The message is a sentence for them that says what to do. */
public final class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAllowed(String sentence) {
    super(sentence);
  }

  static NotAllowed toWho(Asker asker, Role needed) {
    if (asker.role() == Role.NOBODY) {
      return new NotAllowed("This needs somebody who has signed in: sign in first.");
    }
    String role = needed.title().toLowerCase(Locale.ROOT);
    String article = role.startsWith("a") ? "an " : "a ";
    if (!asker.isKnown()) {
      return new NotAllowed(
          "This needs "
              + article
              + role
              + ", and this server is open to its network without"
              + " accounts: make the first one by the set-up link in the server's log.");
    }
    String token = asker.proof().startsWith(Asker.TOKEN) ? " by this token" : "";
    return new NotAllowed(
        "This needs "
            + article
            + role
            + ", and "
            + asker.name()
            + token
            + " is only a "
            + asker.role().title().toLowerCase(Locale.ROOT)
            + ": ask an administrator for "
            + (token.isEmpty() ? "another role." : "it, or make a token of a larger scope."));
  }
}
