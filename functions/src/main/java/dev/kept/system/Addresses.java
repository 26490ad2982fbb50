package dev.kept.system;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the one address that a call goes to. A host that is, by any of its addresses, inside a network instead of out on
 * the internet is refused, so that nobody's name service can point a call at what only this side can reach.
 */
final class Addresses {
    private final Names names;
    private final Predicate<InetAddress> fit;

    /** Asks for the addresses of a host. */
    @FunctionalInterface
    interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    Addresses() {
        this(host -> List.of(InetAddress.getAllByName(host)), Addresses::isPublic);
    }

    /**
     * @param fit which addresses an encrypted call may go to
     */
    Addresses(Names names, Predicate<InetAddress> fit) {
        this.names = names;
        this.fit = fit;
    }

    /**
     * The address of that host, asked for once.
     *
     * @throws IOException when there is none, or one of them is refused
     */
    InetAddress of(URI base) throws IOException {
        var found = names.of(base.getHost());
        // in clear only to the same machine, where nobody listens
        var allowed = base.getScheme().equals("https") ? fit : (Predicate<InetAddress>) InetAddress::isLoopbackAddress;
        if (found.isEmpty() || !found.stream().allMatch(allowed)) {
            throw new UnfitAddress();
        }
        return found.get(0);
    }

    /** Whether an address is one of the internet at large (IANA's registries of special-purpose addresses). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xFF;
        var second = bytes[1] & 0xFF;
        var third = bytes[2] & 0xFF;
        return first != 0
                && first < 224
                && !(first == 100 && second >= 64 && second < 128) // shared by providers
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Global unicast, without the ranges that carry an address of the older kind inside, and those for examples. */
    private static boolean isPublic6(byte[] bytes) {
        var first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        var second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        return first >>> 13 == 1
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x200 || second == 0xDB8))
                && first != 0x3FFF;
    }

    /** A host is at no address that may be called; says nothing of which. */
    static final class UnfitAddress extends IOException {
        private static final long serialVersionUID = 1;

        UnfitAddress() {
            super("not an address on the internet");
        }
    }
}
