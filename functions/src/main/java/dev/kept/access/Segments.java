package dev.kept.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Cuts a stream of any length into pieces that fit into memory, one at a time. */
final class Segments {
    /** The largest piece. As S3 wants it, more than 5 MB; and few enough pieces for anything that is gathered. */
    static final int SIZE = 8 * 1024 * 1024;

    private Segments() {}

    /** Takes a piece. */
    interface Sink {
        void take(int number, byte[] segment);
    }

    /**
     * Hands over one piece after the other, numbered from 1.
     *
     * @return how many there were; none of an empty stream
     */
    static int cut(InputStream content, Sink sink) {
        var buffer = new byte[SIZE];
        for (var number = 1; ; number++) {
            try {
                var filled = content.readNBytes(buffer, 0, SIZE);
                if (filled == 0) {
                    return number - 1;
                }
                sink.take(number, filled == SIZE ? buffer : Arrays.copyOf(buffer, filled));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
