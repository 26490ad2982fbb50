package dev.kept.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    @Test
    void aDocumentLargerThanTheFunctionsMemoryIsNeverHeldAsAWhole() {
        var total = 2L * 1024 * 1024 * 1024 + 17;
        var source = new Endless(total);
        var taken = new long[1];
        var waiting = new long[1];

        var segments = Segments.cut(source, (number, segment) -> {
            waiting[0] = Math.max(waiting[0], source.read - taken[0]);
            taken[0] += segment.length;
            assertTrue(segment.length <= Segments.SIZE);
        });

        assertEquals(total, taken[0]);
        assertEquals(Segments.SIZE, waiting[0], "what was read and not yet handed on");
        assertEquals(257, segments);
    }

    @Test
    void thePiecesAreTheWhole() {
        for (var size : new int[] {0, 1, Segments.SIZE - 1, Segments.SIZE, Segments.SIZE + 1, 2 * Segments.SIZE}) {
            var content = new byte[size];
            new Random(size).nextBytes(content);
            var whole = new ByteArrayOutputStream();
            var numbers = new ArrayList<Integer>();

            var segments = Segments.cut(new ByteArrayInputStream(content), (number, segment) -> {
                numbers.add(number);
                whole.writeBytes(segment);
            });

            assertArrayEquals(content, whole.toByteArray());
            assertEquals((size + Segments.SIZE - 1) / Segments.SIZE, segments);
            assertEquals(List.of(1, 2, 3).subList(0, segments), numbers);
        }
    }

    @Test
    void aStreamThatBreaksIsNoEnd() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };

        assertThrows(UncheckedIOException.class, () -> Segments.cut(broken, (number, segment) -> {}));
    }

    /** So many zeros; counts what was read of them. */
    private static final class Endless extends InputStream {
        private final long total;
        private long read;

        Endless(long total) {
            this.total = total;
        }

        @Override
        public int read() {
            return read++ < total ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (read == total) {
                return -1;
            }
            var more = (int) Math.min(length, total - read);
            read += more;
            return more;
        }
    }
}
