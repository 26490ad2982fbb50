package dev.kept.local;

import dev.kept.local.find.Finder;
import dev.kept.local.function.CallLog;
import dev.kept.local.function.Functions;
import dev.kept.local.function.Permissions;
import dev.kept.local.states.Executions;
import dev.kept.local.template.Template;
import dev.kept.local.time.Agenda;
import dev.kept.policy.Policy;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole system, running on this machine. */
public final class Kept implements AutoCloseable {
    private final Parts parts;
    private final Deque<AutoCloseable> closing;

    private Kept(Parts parts, Deque<AutoCloseable> closing) {
        this.parts = parts;
        this.closing = closing;
    }

    /** What a running system consists of, for those who look into it. */
    record Parts(
            URI address,
            URI aws,
            Policy policy,
            Template template,
            Agenda agenda,
            Functions functions,
            CallLog calls,
            Permissions permissions,
            Executions executions,
            Mailbox mailbox,
            Queues queues,
            LogLines log,
            Finder finder,
            SampleCompany company,
            StaffTokens tokens,
            DynamoDbClient tables,
            S3Client objects) {}

    /** Makes a staff token. */
    @FunctionalInterface
    interface StaffTokens {
        String token(String person, String role);
    }

    /**
     * Starts everything and returns when it answers.
     *
     * @throws CannotStart with one sentence that says what is wrong; nothing is left running
     */
    public static Kept start(Options options) {
        var closing = new ArrayDeque<AutoCloseable>();
        try {
            return new Kept(new Start(options, closing).run(), closing);
        } catch (CannotStart refused) {
            closeAll(closing);
            throw refused;
        } catch (RuntimeException failed) {
            closeAll(closing);
            var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            throw new CannotStart("Kept cannot start: " + cause.getMessage(), cause);
        }
    }

    public URI address() {
        return parts.address();
    }

    /** Where KMS, SES and Step Functions answer. */
    public URI aws() {
        return parts.aws();
    }

    public Policy policy() {
        return parts.policy();
    }

    public Template template() {
        return parts.template();
    }

    /** The one clock, and everything that will happen on it. */
    public Agenda agenda() {
        return parts.agenda();
    }

    public Functions functions() {
        return parts.functions();
    }

    public CallLog calls() {
        return parts.calls();
    }

    public Permissions permissions() {
        return parts.permissions();
    }

    public Executions executions() {
        return parts.executions();
    }

    public Mailbox mailbox() {
        return parts.mailbox();
    }

    public Queues queues() {
        return parts.queues();
    }

    public LogLines log() {
        return parts.log();
    }

    public Finder finder() {
        return parts.finder();
    }

    public SampleCompany company() {
        return parts.company();
    }

    /** A staff token of the local identity provider. */
    public String token(String person, String role) {
        return parts.tokens().token(person, role);
    }

    /** Straight to the tables, past every permission. */
    public DynamoDbClient tables() {
        return parts.tables();
    }

    /** Straight to the buckets, past every permission. */
    public S3Client objects() {
        return parts.objects();
    }

    @Override
    public void close() {
        closeAll(closing);
    }

    private static void closeAll(Deque<AutoCloseable> closing) {
        for (var part = closing.pollFirst(); part != null; part = closing.pollFirst()) {
            try {
                part.close();
            } catch (Exception stuck) {
                // the others must be closed all the same, and there is nobody left to tell
            }
        }
    }
}
