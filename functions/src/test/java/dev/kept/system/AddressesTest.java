package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final URI OUT = URI.create("https://sub-processor.example.com");
    private static final URI INSIDE = URI.create("http://localhost:8080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "fd00:ec2::254",
                "fc00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1"
            })
    void whatIsInsideIsNotCalled(String address) throws IOException {
        assertFalse(Addresses.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "52.95.154.1",
                "99.255.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2600:1f18::1",
                "2a05:d012::1",
                "2001:4860:4860::8888"
            })
    void whatIsOutOnTheInternetIsCalled(String address) throws IOException {
        assertTrue(Addresses.isPublic(InetAddress.getByName(address)));
    }

    @Test
    void aNameThatLeadsInsideByOneOfItsAddressesIsRefused() {
        var inside = names("1.1.1.1", "10.0.0.1");

        assertThrows(Addresses.UnfitAddress.class, () -> inside.of(OUT));
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedUnlessTheCallIsInClear() throws IOException {
        var loopback = names("127.0.0.1");

        assertThrows(Addresses.UnfitAddress.class, () -> loopback.of(OUT));
        assertEquals("127.0.0.1", loopback.of(INSIDE).getHostAddress());
    }

    @Test
    void aCallInClearGoesNowhereElse() {
        assertThrows(Addresses.UnfitAddress.class, () -> names("1.1.1.1").of(INSIDE));
        assertThrows(
                Addresses.UnfitAddress.class,
                () -> names("127.0.0.1", "1.1.1.1").of(INSIDE));
    }

    @Test
    void aNameThatLeadsNowhereIsRefused() {
        assertThrows(Addresses.UnfitAddress.class, () -> names().of(OUT));
    }

    private static Addresses names(String... addresses) {
        return new Addresses(host -> parsed(addresses), Addresses::isPublic);
    }

    private static List<InetAddress> parsed(String... addresses) throws UnknownHostException {
        var parsed = new ArrayList<InetAddress>();
        for (var address : addresses) {
            parsed.add(InetAddress.getByName(address));
        }
        return parsed;
    }
}
