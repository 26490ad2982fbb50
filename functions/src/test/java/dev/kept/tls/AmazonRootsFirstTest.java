package dev.kept.tls;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmazonRootsFirstTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void theRootsAreFiveThatTheJdkTrustsTooAndForLong() throws GeneralSecurityException {
        var known = Set.of(AmazonRootsFirst.of(null).getAcceptedIssuers());
        var roots = AmazonRootsFirst.amazonRoots();
        var aliases = Collections.list(roots.aliases());

        assertEquals(5, aliases.size());
        for (var alias : aliases) {
            var root = (X509Certificate) roots.getCertificate(alias);
            assertTrue(known.contains(root), root.getSubjectX500Principal().getName());
            assertTrue(root.getNotAfter().toInstant().isAfter(Instant.parse("2037-01-01T00:00:00Z")));
        }
    }

    @Test
    void theOtherAuthoritiesAreNotReadForAmazon() throws GeneralSecurityException {
        var roots = AmazonRootsFirst.amazonRoots();
        var manager = new AmazonRootsFirst(AmazonRootsFirst.of(roots), () -> {
            throw new AssertionError("all authorities are read");
        });

        for (var alias : Collections.list(roots.aliases())) {
            var chain = new X509Certificate[] {(X509Certificate) roots.getCertificate(alias)};
            assertDoesNotThrow(() -> manager.checkServerTrusted(chain, "UNKNOWN"), alias);
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsRefused() throws Exception {
        assertThrows(SSLException.class, () -> call("localhost", AmazonRootsFirst.managers()));
    }

    @Test
    void aServerOfAnotherAuthorityIsTrustedUnderItsOwnNameOnly() throws Exception {
        var manager = new AmazonRootsFirst(
                AmazonRootsFirst.of(AmazonRootsFirst.amazonRoots()), () -> AmazonRootsFirst.of(serverKeys()));

        assertEquals(204, call("localhost", manager));
        assertThrows(SSLException.class, () -> call("127.0.0.1", manager), "its certificate names localhost only");
    }

    /** Calls a server whose certificate it has issued itself, for localhost. */
    private int call(String host, TrustManager... managers) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(serverKeys(), PASSWORD);
        var serving = SSLContext.getInstance("TLS");
        serving.init(keys.getKeyManagers(), null, null);
        var calling = SSLContext.getInstance("TLS");
        calling.init(null, managers, null);
        try (var server = (SSLServerSocket)
                serving.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> answer(server));
            answering.start();
            var connection = (HttpsURLConnection) URI.create("https://" + host + ":" + server.getLocalPort())
                    .toURL()
                    .openConnection();
            connection.setSSLSocketFactory(calling.getSocketFactory());
            return connection.getResponseCode();
        }
    }

    private static void answer(SSLServerSocket server) {
        try (var socket = server.accept()) {
            var head = new byte[4096];
            assertTrue(socket.getInputStream().read(head) > 0);
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            // the caller tells why
        }
    }

    private KeyStore serverKeys() {
        var file = folder.resolve("server.p12");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        } catch (IOException | GeneralSecurityException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void make(Path file) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        String.valueOf(PASSWORD)))
                .redirectErrorStream(true)
                .start();
        var told = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), told);
    }
}
