package org.shiftscope.server.config;

import java.util.Optional;
import org.shiftscope.compute.spec.Named;

/**
 * The SMTP server that takes e-mail.
 *
 * @param host its name or address
 * @param port its port
 * @param security how the way there is kept
 * @param from the address that e-mail comes from
 * @param user the name that is shown to it; empty where it asks for none
 * @param password the password; empty where it asks for none
 */
public record MailConfig(
    String host,
    int port,
    Security security,
    String from,
    Optional<String> user,
    Optional<String> password) {

  /** Never the password: it would end in a log. */
  @Override
  public String toString() {
    return "MailConfig[" + host + ":" + port + ", " + security.id() + "]";
  }

  /** How the way to it is kept from others. */
  public enum Security implements Named {
    /** Plain at first, and encrypted from then on, or nothing is sent. */
    STARTTLS("STARTTLS"),
    /** Encrypted from the first byte. */
    TLS("TLS"),
    /** Not at all: for one on this machine. */
    NONE("None");

    private final String title;

    Security(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
