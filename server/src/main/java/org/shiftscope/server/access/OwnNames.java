package org.shiftscope.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which browsers reach this server. Any other {@code Host} is refused: a page whose
 * own name was made to lead here (DNS rebinding) could otherwise read and change everything.
 *
 * @param names without ports, in lower case
 * @param anyAddress whether every IP address is one: an address cannot be made to lead elsewhere
 * @param local whether nobody but this machine is meant to reach it
 */
public record OwnNames(Set<String> names, boolean anyAddress, boolean local) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  /**
   * Those of a server that listens on an address: the loopback's, the address, and what its owner
   * added. One that listens on all addresses also has the machine's name.
   *
   * @param host the name or address listened on
   * @param added by the owner
   * @param proxied whether a proxy passes on to it what others ask
   */
  public static OwnNames of(String host, List<String> added, boolean proxied) {
    InetAddress address = address(host);
    Set<String> names = new LinkedHashSet<>(LOOPBACK);
    names.add(host.contains(":") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT));
    names.addAll(added);
    if (address.isAnyLocalAddress()) {
      names.add(machine());
    }
    return new OwnNames(
        Set.copyOf(names),
        address.isAnyLocalAddress(),
        !proxied && address.isLoopbackAddress() && LOOPBACK.containsAll(added));
  }

  /** Whether a {@code Host} header, with or without a port, is one of them. */
  public boolean has(String host) {
    String name = withoutPort(host.toLowerCase(Locale.ROOT));
    return names.contains(name) || (anyAddress && ADDRESS.matcher(name).matches());
  }

  private static String withoutPort(String host) {
    String name = host.replaceFirst(":\\d{0,5}$", "");
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException gone) {
      throw new IllegalStateException("the configuration was checked: " + host, gone);
    }
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
