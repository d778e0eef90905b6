package org.shiftscope.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Problem;

/**
 * Who is told of experiments that ended: a program by a webhook, or a person by e-mail.
 *
 * @param id its identity
 * @param address {@code https://…} or {@code http://…}, or {@code mailto:} and an address of e-mail
 * @param toldOf the states of experiments of which it is told, from finished, failed and cancelled
 * @param enabled whether it is told of anything now
 * @param created when it was added
 * @param last what came of the newest notice to it that was tried
 */
public record Recipient(
    String id,
    String address,
    Set<ExperimentState> toldOf,
    boolean enabled,
    Instant created,
    Optional<LastTry> last) {

  /** Before an address of e-mail. */
  public static final String MAILTO = "mailto:";

  private static final int LONGEST = 2_000;

  /** As much of RFC 5321 as people have: nothing that could begin another line or header. */
  private static final Pattern MAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(\\.[\\w-]+)*");

  public Recipient {
    toldOf = Collections.unmodifiableSet(toldOf.isEmpty() ? Set.of() : EnumSet.copyOf(toldOf));
  }

  /**
   * The newest notice that was tried.
   *
   * @param at the last try
   * @param tries how many there were
   * @param delivered whether it was taken
   * @param answer what it was answered, or why there is no answer
   * @param next when it is tried again; empty where it was delivered or given up
   */
  public record LastTry(
      Instant at, int tries, boolean delivered, String answer, Optional<Instant> next) {}

  /** Whether it is told by e-mail. */
  public boolean byMail() {
    return address.startsWith(MAILTO);
  }

  /** What is wrong with an address, stripped. */
  static List<Problem> problems(String address, Collection<ExperimentState> toldOf) {
    boolean told = !toldOf.isEmpty() && toldOf.stream().allMatch(ExperimentState::ended);
    return Stream.concat(
            isAddress(address)
                ? Stream.empty()
                : Stream.of(
                    new Problem(
                        "address",
                        "must be https://… or http://… without a name and password in it, or"
                            + " mailto: and an address of e-mail",
                        address)),
            told
                ? Stream.empty()
                : Stream.of(
                    new Problem(
                        "toldOf",
                        "must name one or more of finished, failed and cancelled",
                        String.join(", ", Names.of(toldOf)))))
        .toList();
  }

  private static boolean isAddress(String address) {
    if (address.length() > LONGEST) {
      return false;
    }
    if (address.startsWith(MAILTO)) {
      return MAIL.matcher(address.substring(MAILTO.length())).matches();
    }
    try {
      var uri = new URI(address);
      return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
