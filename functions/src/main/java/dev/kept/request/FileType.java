package dev.kept.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of file that are taken as evidence. What a file is, its bytes say: neither its name nor whoever sends it. */
public enum FileType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg");

    private static final byte[] PNG_BEGINS = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
    private static final byte[] PNG_ENDS = bytes("\0\0\0\0IEND\u00aeB`\u0082");
    /** How near its end a PDF has to say that it ends, as readers look for it. */
    private static final int PDF_END_WITHIN = 1024;

    private static final byte[] ARCHIVE_ENDS = bytes("PK\u0005\u0006");
    /** The fixed part of an archive's last record. */
    private static final int ARCHIVE_END = 22;

    private static final int LONGEST_COMMENT = 0xffff;

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What that content is; empty for what is not taken, and for what is something else at the same time. */
    public static Optional<FileType> of(byte[] content) {
        return isArchive(content)
                ? Optional.empty()
                : Arrays.stream(values()).filter(type -> type.fits(content)).findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** As a file's name ends, such as {@code pdf}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether browsers show it without anything that could run. */
    public boolean isImage() {
        return this != PDF;
    }

    private boolean fits(byte[] content) {
        return switch (this) {
            case PDF -> isPdf(content);
            case PNG -> stands(PNG_BEGINS, content, 0) && stands(PNG_ENDS, content, content.length - PNG_ENDS.length);
            case JPEG -> isJpeg(content);
        };
    }

    private static boolean isPdf(byte[] content) {
        if (!stands(bytes("%PDF-"), content, 0) || content.length < 8) {
            return false;
        }
        var version = new String(content, 5, 3, StandardCharsets.ISO_8859_1);
        var last = Math.max(0, content.length - PDF_END_WITHIN);
        return version.matches("[12]\\.[0-9]")
                && new String(content, last, content.length - last, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    /** Cameras write more behind a picture's end, so nothing is asked of it. */
    private static boolean isJpeg(byte[] content) {
        return stands(bytes("\u00ff\u00d8\u00ff"), content, 0) && content.length > 3 && (content[3] & 0xff) >= 0xc0;
    }

    /** Whether programs would open it as a ZIP archive too, which a document, a program of Java or of a telephone is. */
    private static boolean isArchive(byte[] content) {
        var first = Math.max(0, content.length - ARCHIVE_END - LONGEST_COMMENT);
        for (var at = content.length - ARCHIVE_END; at >= first; at--) {
            if (stands(ARCHIVE_ENDS, content, at)) {
                var comment = (content[at + 20] & 0xff) | (content[at + 21] & 0xff) << 8;
                if (at + ARCHIVE_END + comment <= content.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean stands(byte[] expected, byte[] content, int at) {
        return at >= 0
                && at + expected.length <= content.length
                && Arrays.equals(expected, 0, expected.length, content, at, at + expected.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
