package dev.kept.local.states;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A task token: random, but for a mark of its workflow, by which AWS decides who may send it back. */
public final class TaskToken {
    private static final String PREFIX = "AQCEAAAAKgAAAAMAAAAA";
    private static final int BYTES = 96;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9+/]{128}");

    private TaskToken() {}

    /** With + and / in it, as the service's are, so that a link that does not encode them breaks here too. */
    static String of(String machineArn, Random random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(mark(machineArn));
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static boolean isFormed(String token) {
        return FORM.matcher(token).matches();
    }

    /** Whether a workflow has given it out. */
    public static boolean isOf(String token, String machineArn) {
        return isFormed(token)
                && ByteBuffer.wrap(Base64.getDecoder().decode(token.substring(PREFIX.length())))
                                .getInt()
                        == mark(machineArn);
    }

    private static int mark(String machineArn) {
        var sum = new CRC32();
        sum.update(machineArn.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
