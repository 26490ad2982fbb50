package dev.kept.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a server's certificate authority among the five of Amazon Trust Services first, which AWS uses for its
 * endpoints, and among all of the JDK's only when it is none of them: reading those takes a cold start a tenth of its
 * time. It trusts whom the JDK trusts, and Amazon should a JDK not know one of its roots; nothing is pinned.
 */
public final class AmazonRootsFirst extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager amazon;
    private final Supplier<X509ExtendedTrustManager> all;
    private @Nullable X509ExtendedTrustManager read;

    /** @param all the authorities that the others are looked for among, asked for once and only when it is needed */
    AmazonRootsFirst(X509ExtendedTrustManager amazon, Supplier<X509ExtendedTrustManager> all) {
        this.amazon = amazon;
        this.all = all;
    }

    /** What the HTTP client of the AWS SDK is given. */
    public static TrustManager[] managers() {
        return new TrustManager[] {new AmazonRootsFirst(of(amazonRoots()), () -> of(null))};
    }

    /** The authorities of https://www.amazontrust.com/repository, all five, as it asks of whoever chooses some. */
    static KeyStore amazonRoots() {
        try (var pem = AmazonRootsFirst.class.getResourceAsStream("amazon-roots.pem")) {
            var roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            for (var root : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                roots.setCertificateEntry("root-" + roots.size(), root);
            }
            return roots;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The JDK's own manager for these authorities; for its own where there are none. */
    static X509ExtendedTrustManager of(@Nullable KeyStore authorities) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(manager -> manager.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(manager -> manager.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(manager -> manager.checkClientTrusted(chain, authType));
    }

    /** Only a server asks, for whom its clients may be certified; these are clients of AWS. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return all().getAcceptedIssuers();
    }

    private void check(Check check) throws CertificateException {
        try {
            check.by(amazon);
        } catch (CertificateException notAmazon) {
            check.by(all());
        }
    }

    private synchronized X509ExtendedTrustManager all() {
        if (read == null) {
            read = all.get();
        }
        return read;
    }

    /** A question put to a trust manager. */
    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }
}
