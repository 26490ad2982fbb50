package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration.Http;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Connects the sub-processors whose interfaces the policy declares, as far as this stack was told where they are. */
public final class Processors {
    /** What the setting of an address holds where the organisation does not use that sub-processor. */
    private static final String NOT_USED = "none";

    private final Function<String, Optional<String>> settings;
    private final Function<String, Instant> received;
    private final Clock clock;
    private final Wire wire;

    /**
     * @param settings the value of a setting, where it has one
     * @param received when the person's request of that id came in
     */
    public Processors(Function<String, Optional<String>> settings, Function<String, Instant> received, Clock clock) {
        this(settings, received, clock, new Wire(Wire.Limits.USUAL, clock));
    }

    /** The same for while somebody waits for a page: who is slow is silent sooner. */
    public Processors meanwhile() {
        return new Processors(settings, received, clock, new Wire(Wire.Limits.MEANWHILE, clock));
    }

    Processors(
            Function<String, Optional<String>> settings, Function<String, Instant> received, Clock clock, Wire wire) {
        this.settings = settings;
        this.received = received;
        this.clock = clock;
        this.wire = wire;
    }

    /** Whether the organisation uses it at all; where nobody has said that it does not, it does. */
    boolean isUsed(Http declared) {
        return !settings.apply(declared.addressSetting()).equals(Optional.of(NOT_USED));
    }

    ConnectedSystem connect(Http declared, String regime) {
        var base = settings.apply(declared.addressSetting()).flatMap(Processors::base);
        var secret = settings.apply(declared.secretSetting());
        if (base.isEmpty() || secret.isEmpty()) {
            return new NotConnected(
                    declared.id(), base.isEmpty() ? declared.addressSetting() : declared.secretSetting());
        }
        var regulation = regime.startsWith("US") ? "ccpa" : "gdpr";
        var calls = new ProcessorCalls(
                declared, base.get(), new CallSignature(secret.get()), regulation, wire, received, clock);
        return new HttpSystem(declared, calls, clock);
    }

    private static Optional<URI> base(String address) {
        try {
            var base = URI.create(address);
            return ("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
                            && base.getHost() != null
                            && base.getRawUserInfo() == null
                            && base.getRawQuery() == null
                            && base.getRawFragment() == null
                    ? Optional.of(base)
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
