package org.shiftscope.server.notice;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Refuses to send to this machine itself and to addresses of one link alone, where programs trust
 * whoever reaches them: a cloud's metadata, for one. The name is looked up just before it is sent
 * to; Java remembers what it found for the half minute that sending takes, so that the name cannot
 * lead elsewhere meanwhile.
 *
 * @param allowed whether the setting notices-to-loopback allows them
 */
record RefuseInner(boolean allowed) {

  /** Looks at all addresses of a host. */
  void check(String host) throws NotDelivered {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!allowed && isInner(address)) {
          throw new NotDelivered(
              "Nothing is sent to "
                  + address.getHostAddress()
                  + ": it is this machine or one link alone. Whoever runs the server can allow it"
                  + " by the setting notices-to-loopback.",
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
        || address.isMulticastAddress();
  }
}
