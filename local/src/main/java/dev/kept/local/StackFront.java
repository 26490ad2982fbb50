package dev.kept.local;

import dev.kept.local.control.StackCalls;
import dev.kept.local.gateway.Gateway;
import dev.kept.local.identity.IdentityProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What stands in front of a stack on LocalStack: one address for people, and what the stack expects to be there already,
 * which are a sign-in provider for staff and the company's own software. {@code localstack/up} starts it.
 */
public final class StackFront {
    private StackFront() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments the file that says what was deployed
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var stack = StackFile.read(Path.of(arguments[0]));
        var clock = Clock.systemUTC();
        var gateway = Gateway.take(stack.address().getPort());
        var issuer = StackParameters.issuer(stack.address());
        var redirect = stack.address().resolve("/staff/callback");
        var identity = new IdentityProvider(issuer, StackParameters.CLIENT, Set.of(redirect), clock);
        var company = SampleCompany.of(stack);
        gateway.serve("/_local", new StackCalls(new StackMailbox(stack.endpoint())::to, identity::token));
        gateway.serve("/_local/identity", new SignIn(identity, issuer));
        company.serve(gateway);
        gateway.observe(company::answered);
        gateway.open(new StackApi(stack.api()));
        identity.warm();
        new CountDownLatch(1).await();
    }
}
