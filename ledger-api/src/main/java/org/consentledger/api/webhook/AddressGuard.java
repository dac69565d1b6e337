package org.consentledger.api.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Keeps the ledger from being made to call what only it can reach: itself, its private network, and
 * what clouds tell their machines. It stands where names are resolved, so that the addresses that
 * are checked are those that are called, whatever the name leads to a moment later.
 */
final class AddressGuard implements DnsResolver {

  private static final List<Range> NEVER =
      List.of(
          // where clouds keep credentials for their machines, beside link-local addresses
          Range.of("fd00:ec2::254", 128),
          Range.of("100.100.100.200", 32),
          Range.of("168.63.129.16", 32),
          // what holds another address, which may be any of these
          Range.of("::", 96),
          Range.of("64:ff9b::", 96),
          Range.of("64:ff9b:1::", 48),
          Range.of("2001::", 32),
          Range.of("2002::", 16));

  private static final List<Range> PRIVATE =
      List.of(
          Range.of("0.0.0.0", 8),
          Range.of("10.0.0.0", 8),
          Range.of("100.64.0.0", 10), // shared by providers
          Range.of("172.16.0.0", 12),
          Range.of("192.0.0.0", 24),
          Range.of("192.168.0.0", 16),
          Range.of("198.18.0.0", 15),
          Range.of("240.0.0.0", 4),
          Range.of("fc00::", 7),
          Range.of("fec0::", 10));

  private final boolean allowPrivate;

  AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  private record Range(InetAddress network, int bits) {

    static Range of(String literal, int bits) {
      return new Range(InetAddress.ofLiteral(literal), bits);
    }

    boolean contains(InetAddress address) {
      byte[] one = network.getAddress();
      byte[] other = address.getAddress();
      if (one.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether an address may be called. */
  boolean allows(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return allowPrivate;
    }
    boolean never =
        address.isLinkLocalAddress()
            || address.isMulticastAddress()
            || address.isAnyLocalAddress()
            || NEVER.stream().anyMatch(range -> range.contains(address));
    return !never && (allowPrivate || PRIVATE.stream().noneMatch(range -> range.contains(address)));
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!allows(address)) {
        throw new AddressRefused();
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
