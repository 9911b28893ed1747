package org.bilan.access;

/** What one client has of addresses: an IPv4 address, or all of an IPv6 network of 64 bits. */
public final class Network {

  private Network() {}

  /**
   * The network of an address.
   *
   * @param address as Java spells it, IPv6 in eight groups; what is none is its own
   */
  public static String of(String address) {
    String[] groups = address.split(":", -1);
    return groups.length == 8
        ? String.join(":", java.util.Arrays.copyOf(groups, 4)) + "::/64"
        : address;
  }
}
