package dev.kept.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of an HTML form with files ({@code multipart/form-data}, RFC 7578), as browsers write them and not otherwise:
 * nothing before the first part or after the last, no part within a part, no field twice. What a file is called is not
 * read.
 */
public final class FormParts {
    /** More than any form here has, so that nobody makes us cut a body into thousands. */
    private static final int MOST_PARTS = 8;
    /** A part's headers hold a file's name, and browsers know names of 255 bytes, three characters for each. */
    private static final int LONGEST_HEADERS = 2_000;

    private static final String LINE = "\r\n";
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;\\s*boundary=(?:\"([-'()+_,./:=?\\w ]{0,69}[-'()+_,./:=?\\w])\"|([-'+_.\\w]{1,70}))\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPOSITION = Pattern.compile(
            "content-disposition:[ \t]*form-data;[ \t]*name=\"([A-Za-z][A-Za-z0-9.-]{0,39})\"(?:;[^\r\n]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("content-type:[ \t]*+(?!multipart/)[^\r\n]*", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> parts;

    private FormParts(Map<String, String> parts) {
        this.parts = parts;
    }

    /**
     * Reads the call's body.
     *
     * @param longest the longest body that is read, in bytes
     */
    public static FormParts of(Call call, int longest) {
        if (call.body().length() > longest) {
            throw new ProblemFound(ProblemKind.TOO_LARGE, "Send at most " + longest + " bytes; choose a smaller file.");
        }
        var boundary = BOUNDARY.matcher(call.header("content-type").orElse(""));
        if (!boundary.matches()) {
            throw malformed();
        }
        return new FormParts(
                read(call.body(), "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1))));
    }

    /** The text of that field. */
    public Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The content of that field, such as that of a file. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name)).map(part -> part.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Map<String, String> read(String body, String delimiter) {
        var parts = new LinkedHashMap<String, String>();
        // an empty line may come before the first delimiter (RFC 2046, 5.1.1), and from some senders does
        var first = body.startsWith(LINE) ? LINE.length() : 0;
        if (!body.startsWith(delimiter + LINE, first)) {
            throw malformed();
        }
        var at = first + delimiter.length() + LINE.length();
        while (true) {
            var content = body.indexOf(LINE + LINE, at);
            if (content < 0 || content - at > LONGEST_HEADERS) {
                throw malformed();
            }
            var name = name(body.substring(at, content));
            content += 2 * LINE.length();
            // the line break of the delimiter may be that which ends the headers of a part without content
            var end = body.indexOf(LINE + delimiter, content - LINE.length());
            if (end < 0
                    || parts.put(name, body.substring(content, Math.max(content, end))) != null
                    || parts.size() > MOST_PARTS) {
                throw malformed();
            }
            at = end + LINE.length() + delimiter.length();
            if (body.startsWith("--", at)) {
                var rest = body.substring(at + 2);
                if (!rest.isEmpty() && !rest.equals(LINE)) {
                    throw malformed();
                }
                return parts;
            }
            if (!body.startsWith(LINE, at)) {
                throw malformed();
            }
            at += LINE.length();
        }
    }

    /** The name of the field; headers that no browser sends, such as one that says how the content is encoded, are refused. */
    private static String name(String headers) {
        var name = Optional.<String>empty();
        for (var header : headers.split(LINE, -1)) {
            var disposition = DISPOSITION.matcher(header);
            if (disposition.matches() && name.isEmpty()) {
                name = Optional.of(disposition.group(1));
            } else if (!CONTENT_TYPE.matcher(header).matches()) {
                throw malformed();
            }
        }
        return name.orElseThrow(FormParts::malformed);
    }

    private static ProblemFound malformed() {
        return new ProblemFound(
                ProblemKind.MALFORMED_BODY, "Send multipart/form-data as a browser does, each field once.");
    }

    /** What was sent is shown to nobody. */
    @Override
    public String toString() {
        return "FormParts" + parts.keySet();
    }
}
