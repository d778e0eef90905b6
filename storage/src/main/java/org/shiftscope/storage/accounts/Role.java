package org.shiftscope.storage.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Named;

/** What somebody may do. Each role may do all that those before it may. */
public enum Role implements Named {
  /** Who has not signed in: may learn how to, and that the server lives. No account has it. */
  NOBODY("Nobody", ""),
  /** Reads everything and changes nothing. */
  VIEWER("Viewer", "read"),
  /** Submits, cancels, deletes: everything but accounts. */
  RESEARCHER("Researcher", "run"),
  /** Accounts and the audit log, too. */
  ADMINISTRATOR("Administrator", "administer");

  private final String title;
  private final String scope;

  Role(String title, String scope) {
    this.title = title;
    this.scope = scope;
  }

  /** The roles that an account can have, the least first. */
  public static List<Role> ofAccounts() {
    return List.of(VIEWER, RESEARCHER, ADMINISTRATOR);
  }

  /** Whether it may do what needs another. */
  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The scope of a token that may do as much: {@code read}, {@code run} or {@code administer}. */
  public String scope() {
    return scope;
  }

  /** The lesser of both. */
  Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public String title() {
    return title;
  }

  /** The scopes' names, for a sentence. */
  static String scopes() {
    return String.join(", ", Stream.of(values()).skip(1).map(Role::scope).toList());
  }
}
