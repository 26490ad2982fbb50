package dev.kept;

import dev.kept.ledger.CheckpointLedger;
import dev.kept.ledger.Checkpoints;
import dev.kept.ledger.EvidenceBucket;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.ListLedger;
import dev.kept.ledger.PublicKeys;
import dev.kept.ledger.Receipts;
import dev.kept.ledger.Signer;
import dev.kept.ledger.VerifyLedger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The composition root: reads a function's settings and builds its collaborators, each when it is first asked for, so
 * that a function makes only what it uses.
 */
@SuppressWarnings("UnusedVariable")
public final class Wiring {
    private final Settings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<KmsClient> kms;
    private final Lazy<S3Client> s3;
    private final Lazy<SesClient> ses;
    private final Lazy<SfnClient> stepFunctions;

    /**
     * Wires one function.
     *
     * @param environment its settings, as the template gives them
     * @param clock what tells the time
     * @param random where ids, tokens and nonces come from; outside tests and the local run a {@link SecureRandom}
     * @param interceptors what listens to the calls to AWS
     */
    public Wiring(
            Map<String, String> environment,
            Clock clock,
            RandomGenerator random,
            List<ExecutionInterceptor> interceptors) {
        this.settings = new Settings(environment);
        this.clock = clock;
        this.random = random;
        var clients = new Clients(settings, interceptors);
        dynamoDb = new Lazy<>(clients::dynamoDb);
        kms = new Lazy<>(clients::kms);
        s3 = new Lazy<>(clients::s3);
        ses = new Lazy<>(clients::ses);
        stepFunctions = new Lazy<>(clients::stepFunctions);
    }

    /** What runs in Lambda. */
    public static Wiring fromEnvironment() {
        return new Wiring(System.getenv(), Clock.systemUTC(), new SecureRandom(), List.of());
    }

    // ledger

    public Ledger ledger() {
        return new Ledger(dynamoDb.get(), settings.get("LEDGER_TABLE"), random);
    }

    public ListLedger listLedger() {
        return new ListLedger(ledger());
    }

    public VerifyLedger verifyLedger() {
        return new VerifyLedger(ledger(), checkpoints());
    }

    public CheckpointLedger checkpointLedger() {
        return new CheckpointLedger(ledger(), checkpoints(), clock);
    }

    public Receipts receipts() {
        var issuer = new Receipts.Issuer(
                settings.get("BASE_URL"), settings.find("SOFTWARE_VERSION").orElse("unreleased"));
        return new Receipts(evidenceBucket(), ledger(), signer(publicKeys()), issuer, clock);
    }

    public PublicKeys publicKeys() {
        return new PublicKeys(kms.get(), settings.get("SIGNING_KEY_ID"), settings.find("RETIRED_KEYS"));
    }

    private Checkpoints checkpoints() {
        var keys = publicKeys();
        return new Checkpoints(evidenceBucket(), signer(keys), keys);
    }

    private Signer signer(PublicKeys keys) {
        return new Signer(kms.get(), settings.get("SIGNING_KEY_ID"), keys);
    }

    private EvidenceBucket evidenceBucket() {
        return new EvidenceBucket(s3.get(), settings.get("EVIDENCE_BUCKET"));
    }
}
