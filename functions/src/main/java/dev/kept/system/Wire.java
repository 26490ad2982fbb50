package dev.kept.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP call over a connection of its own, to exactly the address that was found fit, by the name in its certificate. It
 * follows no redirect, sends nothing twice, and reads an answer of sane length in sane time.
 */
final class Wire {
    private final Addresses addresses;
    private final Supplier<SSLSocketFactory> tls;
    private final Limits limits;
    private final Clock clock;

    /**
     * How much is waited for and read.
     *
     * @param read for the whole answer
     * @param longest how many bytes of it
     */
    record Limits(Duration connect, Duration read, int longest) {
        private static final int LONGEST = 8 * 1024 * 1024;

        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), LONGEST);
        /** Where somebody waits for a page: API Gateway gives a function 29 seconds for all that it does. */
        static final Limits MEANWHILE = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(6), LONGEST);
    }

    /** What came back. */
    record Answer(int status, String mediaType, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    Wire(Limits limits, Clock clock) {
        this(new Addresses(), () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), limits, clock);
    }

    Wire(Addresses addresses, Supplier<SSLSocketFactory> tls, Limits limits, Clock clock) {
        this.addresses = addresses;
        this.tls = tls;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends and waits for the answer.
     *
     * @param base scheme, host and port
     * @param path as it is sent
     */
    Answer send(URI base, String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        try (var socket = connect(base)) {
            var out = socket.getOutputStream();
            out.write(head(base, method, path, headers, body.length));
            out.write(body);
            out.flush();
            return new AnswerReader(new InTime(socket, limits.read(), clock), limits.longest()).read();
        }
    }

    private static byte[] head(URI base, String method, String path, Map<String, String> headers, int length)
            throws IOException {
        var head = new ByteArrayOutputStream();
        var host = base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
        line(head, method + " " + path + " HTTP/1.1");
        line(head, "Host: " + host);
        line(head, "Connection: close");
        line(head, "Accept: application/json");
        if (length > 0) {
            line(head, "Content-Type: application/json");
            line(head, "Content-Length: " + length);
        }
        for (var header : headers.entrySet()) {
            line(head, header.getKey() + ": " + header.getValue());
        }
        line(head, "");
        return head.toByteArray();
    }

    private static void line(ByteArrayOutputStream head, String line) throws IOException {
        head.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Socket connect(URI base) throws IOException {
        var secure = base.getScheme().equals("https");
        var port = base.getPort() < 0 ? secure ? 443 : 80 : base.getPort();
        var plain = new Socket();
        try {
            plain.connect(
                    new InetSocketAddress(addresses.of(base), port),
                    Math.toIntExact(limits.connect().toMillis()));
            plain.setSoTimeout(Math.toIntExact(limits.connect().toMillis()));
            return secure ? secured(plain, base.getHost(), port) : plain;
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    /** The name of the host is told to the server and held against its certificate, whatever the address. */
    private Socket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.get().createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Reads from a connection until the time is up, however slowly it trickles. */
    private static final class InTime extends InputStream {
        private final Socket socket;
        private final Clock clock;
        private final long end;
        private final long most;

        InTime(Socket socket, Duration most, Clock clock) {
            this.socket = socket;
            this.clock = clock;
            this.most = most.toMillis();
            end = clock.millis() + this.most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var left = Math.min(most, end - clock.millis());
            if (left <= 0) {
                throw new SocketTimeoutException("the answer took too long");
            }
            socket.setSoTimeout(Math.toIntExact(left));
            return socket.getInputStream().read(into, from, length);
        }
    }
}
