package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other end says what it likes, byte by byte, in clear: the call is to the same machine. */
class WireTest {
    private static final Wire.Limits LIMITS = new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1000);

    @Test
    void anAnswerIsReadByItsLength() throws Exception {
        assertEquals(
                new Wire.Answer(201, "application/json", "{}"),
                answer(
                        "HTTP/1.1 201 Created\r\nContent-Type: Application/JSON;charset=utf-8\r\nContent-Length: 2\r\n\r\n{}and more"));
    }

    @Test
    void anAnswerIsReadChunkByChunk() throws Exception {
        assertEquals(
                "{\"é\":1}",
                answer(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"\u00c3\r\n5;x=y\r\n\u00a9\":1}\r\n0\r\n\r\n")
                        .body());
    }

    @Test
    void anAnswerIsReadToItsEnd() throws Exception {
        assertEquals("{}", answer("HTTP/1.0 200 OK\r\n\r\n{}").body());
    }

    @Test
    void anAnnouncementIsNotTheAnswer() throws Exception {
        assertEquals(
                "{}",
                answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                        .body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
            })
    void whatIsNoAnswerIsRefused(String said) {
        assertThrows(IOException.class, () -> answer(said));
    }

    @Test
    void whatIsTooLongIsNotReadToItsEnd() {
        var much = "x".repeat(1001);

        assertTooLong("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + much);
        assertTooLong("HTTP/1.1 200 OK\r\n\r\n" + much);
        assertTooLong(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n" + much.substring(1) + "\r\n1\r\nx");
        assertTooLong("HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(10_000));
        assertTooLong("x".repeat(40_000));
    }

    private static void assertTooLong(String said) {
        assertThrows(AnswerReader.TooLong.class, () -> answer(said));
    }

    @Test
    void whoSaysNothingIsNotWaitedForLong() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var limits = new Wire.Limits(Duration.ofSeconds(5), Duration.ofMillis(50), 1000);

            assertThrows(SocketTimeoutException.class, () -> send(server, limits, Clock.systemUTC()));
        }
    }

    @Test
    void whoTricklesIsNotWaitedForLong() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var trickling = new Thread(() -> serve(server, out -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(' ');
                }
            }));
            trickling.start();

            assertThrows(SocketTimeoutException.class, () -> send(server, endless(), new Passing()));
        }
    }

    private static Wire.Limits endless() {
        return new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Integer.MAX_VALUE - 1);
    }

    private static Wire.Answer answer(String said) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering =
                    new Thread(() -> serve(server, out -> out.write(said.getBytes(StandardCharsets.ISO_8859_1))));
            answering.start();
            return send(server, LIMITS, Clock.systemUTC());
        }
    }

    private static Wire.Answer send(ServerSocket server, Wire.Limits limits, Clock clock) throws IOException {
        var wire = new Wire(new Addresses(), () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), limits, clock);
        var base = URI.create("http://localhost:" + server.getLocalPort());
        return wire.send(base, "GET", "/", Map.of(), new byte[0]);
    }

    /** Says something. */
    private interface Saying {
        void to(OutputStream out) throws IOException;
    }

    private static void serve(ServerSocket server, Saying saying) {
        try (var socket = server.accept()) {
            var in = socket.getInputStream();
            var end = 0;
            while (end < 4) {
                var one = in.read();
                end = one == '\r' || one == '\n' ? end + 1 : 0;
            }
            saying.to(socket.getOutputStream());
        } catch (IOException gone) {
            // the caller had enough
        }
    }

    /** A clock on which each look takes a second. */
    private static final class Passing extends Clock {
        private long seconds;

        @Override
        public synchronized Instant instant() {
            return Instant.EPOCH.plusSeconds(seconds++);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
