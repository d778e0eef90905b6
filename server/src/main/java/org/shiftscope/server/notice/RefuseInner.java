package org.shiftscope.server.notice;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses to send to this machine itself, to addresses of one link alone, and to those at which
 * clouds tell a machine its secrets, where programs trust whoever reaches them. Private networks
 * are not refused, {@code fc00::/7} among them: a laboratory's own programs live there. The name is
 * looked up just before it is sent to; Java remembers what it found for the half minute that
 * sending takes, so that the name cannot lead elsewhere meanwhile.
 *
 * @param allowed whether the setting notices-to-loopback allows them
 */
record RefuseInner(boolean allowed) {

  /** Of Google, Alibaba and Azure; most other metadata is link-local, at 169.254.169.254. */
  private static final Set<InetAddress> METADATA =
      Stream.of("fd20:ce::254", "100.100.100.200", "168.63.129.16")
          .map(InetAddress::ofLiteral)
          .collect(Collectors.toUnmodifiableSet());

  /** {@code fd00:ec2::/32}, below which AWS has its metadata and credentials. */
  private static final byte[] AWS = {(byte) 0xfd, 0x00, 0x0e, (byte) 0xc2};

  /** Looks at all addresses of a host. */
  void check(String host) throws NotDelivered {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!allowed && isInner(address)) {
          throw new NotDelivered(
              "Nothing is sent to "
                  + address.getHostAddress()
                  + ": it is this machine, one link alone or a cloud's metadata. Whoever runs the"
                  + " server can allow it by the setting notices-to-loopback.",
              true);
        }
      }
    } catch (UnknownHostException unknown) {
      throw new NotDelivered("There is no host " + host + ".", false);
    }
  }

  private static boolean isInner(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address)
        || Arrays.equals(Arrays.copyOf(address.getAddress(), AWS.length), AWS);
  }
}
