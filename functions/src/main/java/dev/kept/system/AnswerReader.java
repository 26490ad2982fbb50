package dev.kept.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 answer (RFC 9112), strictly: what does not look like one is refused and never guessed at. */
final class AnswerReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(;.*)?");
    private static final int LONGEST_HEAD = 32 * 1024;

    private final InputStream in;
    private final int longest;
    private int head;

    AnswerReader(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    Wire.Answer read() throws IOException {
        var status = status();
        var headers = headers();
        // announcements before the answer itself
        while (status < 200) {
            status = status();
            headers = headers();
        }
        var type = headers.getOrDefault("content-type", "");
        var body = status == 204 || status == 304 ? new byte[0] : body(headers);
        return new Wire.Answer(
                status,
                type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                new String(body, StandardCharsets.UTF_8));
    }

    private int status() throws IOException {
        var line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new IOException("not an answer in HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("not a header");
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        var coding = headers.get("transfer-encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new IOException("a coding that was not asked for");
            }
            return chunks();
        }
        var announced = headers.get("content-length");
        if (announced == null) {
            var all = in.readNBytes(longest + 1);
            require(all.length);
            return all;
        }
        if (!LENGTH.matcher(announced).matches()) {
            throw new IOException("a length that is none");
        }
        return exactly(Integer.parseInt(announced), 0);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            head = 0;
            var size = CHUNK.matcher(line());
            if (!size.matches()) {
                throw new IOException("not a chunk");
            }
            var length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return all.toByteArray();
            }
            all.write(exactly(length, all.size()));
            if (!line().isEmpty()) {
                throw new IOException("a chunk without an end");
            }
        }
    }

    private byte[] exactly(int length, int before) throws IOException {
        require((long) length + before);
        var read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("the answer breaks off");
        }
        return read;
    }

    private void require(long length) throws IOException {
        if (length > longest) {
            throw new TooLong();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("the answer breaks off");
            }
            if (++head > LONGEST_HEAD) {
                throw new TooLong();
            }
            line.write(one);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** There is more to read than anybody has to say. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the answer is too long");
        }
    }
}
