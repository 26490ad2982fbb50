package dev.kept;

import dev.kept.access.Answers;
import dev.kept.access.CollectAnswer;
import dev.kept.access.DeliverAnswer;
import dev.kept.access.GatherFromSystem;
import dev.kept.access.OwnRequests;
import dev.kept.access.PackageAnswer;
import dev.kept.access.Parts;
import dev.kept.access.ReadablePage;
import dev.kept.access.Survey;
import dev.kept.access.SurveySystems;
import dev.kept.choice.AskConsent;
import dev.kept.choice.ConfirmConsent;
import dev.kept.choice.Marketing;
import dev.kept.choice.Suppressions;
import dev.kept.clock.Deadlines;
import dev.kept.clock.RuleSets;
import dev.kept.closing.AdvanceClosing;
import dev.kept.closing.AwaitDay;
import dev.kept.closing.Calendar;
import dev.kept.closing.CancelAccount;
import dev.kept.closing.ChooseExit;
import dev.kept.closing.ClosingLetters;
import dev.kept.console.CaseFiles;
import dev.kept.correction.CloseCorrection;
import dev.kept.correction.Completion;
import dev.kept.correction.CorrectAgain;
import dev.kept.correction.CorrectInSystem;
import dev.kept.correction.CorrectionPlanner;
import dev.kept.correction.CorrectionPlans;
import dev.kept.correction.DeliverCorrection;
import dev.kept.correction.Exchange;
import dev.kept.correction.PlanCorrection;
import dev.kept.erasure.Approvals;
import dev.kept.erasure.BeginErasure;
import dev.kept.erasure.CloseErasure;
import dev.kept.erasure.Contest;
import dev.kept.erasure.DeliverErasure;
import dev.kept.erasure.EraseFromSystem;
import dev.kept.erasure.ErasurePlans;
import dev.kept.erasure.FinishErasure;
import dev.kept.erasure.OweErasure;
import dev.kept.erasure.PlanErasure;
import dev.kept.erasure.Planner;
import dev.kept.erasure.RehearseErasure;
import dev.kept.erasure.ResumeErasure;
import dev.kept.erasure.WarnOthers;
import dev.kept.exhibit.AddEvidence;
import dev.kept.exhibit.ForgetEvidence;
import dev.kept.exhibit.SealedFiles;
import dev.kept.exhibit.ShowEvidence;
import dev.kept.hold.Holds;
import dev.kept.hold.PlaceHold;
import dev.kept.hold.ReleaseHold;
import dev.kept.http.Repetitions;
import dev.kept.intake.CollectForm;
import dev.kept.intake.RecordMaker;
import dev.kept.intake.TakeForm;
import dev.kept.ledger.Actors;
import dev.kept.ledger.CheckpointLedger;
import dev.kept.ledger.Checkpoints;
import dev.kept.ledger.EvidenceBucket;
import dev.kept.ledger.IssuedReceipts;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.ListLedger;
import dev.kept.ledger.PublicKeys;
import dev.kept.ledger.Purges;
import dev.kept.ledger.Receipts;
import dev.kept.ledger.ShowLedger;
import dev.kept.ledger.Signer;
import dev.kept.ledger.VerifyLedger;
import dev.kept.mail.Letters;
import dev.kept.mail.Mailer;
import dev.kept.mail.StaffLetters;
import dev.kept.outcome.IssueReceipt;
import dev.kept.outcome.NoteSilentSystem;
import dev.kept.outcome.SystemMarks;
import dev.kept.page.Site;
import dev.kept.page.StaticFiles;
import dev.kept.person.Corrections;
import dev.kept.person.DateRecords;
import dev.kept.person.DueRecords;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.Identifiers;
import dev.kept.person.Ids;
import dev.kept.person.Keys;
import dev.kept.person.People;
import dev.kept.person.Restrictions;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.recipient.RecipientErrands;
import dev.kept.recipient.RecipientLines;
import dev.kept.recipient.TellRecipients;
import dev.kept.request.AnswerIdentity;
import dev.kept.request.AskConfirmation;
import dev.kept.request.Board;
import dev.kept.request.ClosedRequests;
import dev.kept.request.Contents;
import dev.kept.request.Correspondence;
import dev.kept.request.Exhibits;
import dev.kept.request.ForgetContent;
import dev.kept.request.Limits;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.RecordFailure;
import dev.kept.request.RenewConfirmation;
import dev.kept.request.RequestClock;
import dev.kept.request.RequestFile;
import dev.kept.request.Requests;
import dev.kept.request.Subjects;
import dev.kept.request.SubmitRequest;
import dev.kept.request.Waits;
import dev.kept.request.WatchDeadlines;
import dev.kept.request.WithdrawRequest;
import dev.kept.request.Workflows;
import dev.kept.restriction.DeliverLimits;
import dev.kept.restriction.LiftRestriction;
import dev.kept.restriction.LimitUse;
import dev.kept.restriction.SettleUse;
import dev.kept.restriction.StopInSystem;
import dev.kept.retention.ApproveSweep;
import dev.kept.retention.Copies;
import dev.kept.retention.CountDue;
import dev.kept.retention.CountPeople;
import dev.kept.retention.Erasures;
import dev.kept.retention.FinishSweep;
import dev.kept.retention.Keeping;
import dev.kept.retention.LotProof;
import dev.kept.retention.PlanSweep;
import dev.kept.retention.PurgeDue;
import dev.kept.retention.PurgeRequests;
import dev.kept.retention.PurgeSystem;
import dev.kept.retention.PutBack;
import dev.kept.retention.PuttingBack;
import dev.kept.retention.RecordSweepFailure;
import dev.kept.retention.ReplayErasures;
import dev.kept.retention.Replays;
import dev.kept.retention.RuleBook;
import dev.kept.retention.StartSweep;
import dev.kept.retention.Statistics;
import dev.kept.retention.SweepBook;
import dev.kept.retention.SweepWorkflow;
import dev.kept.retention.Sweeps;
import dev.kept.staff.AuthorizeStaff;
import dev.kept.staff.Provider;
import dev.kept.staff.SignIn;
import dev.kept.staff.StaffTokens;
import dev.kept.system.Lookup;
import dev.kept.system.Processors;
import dev.kept.system.Systems;
import dev.kept.task.AskIdentity;
import dev.kept.task.Decide;
import dev.kept.task.Errands;
import dev.kept.task.ExtendDeadline;
import dev.kept.task.Grounds;
import dev.kept.task.HandTasks;
import dev.kept.task.OpenDecision;
import dev.kept.task.Plans;
import dev.kept.task.PlansByKind;
import dev.kept.task.RefuseRequest;
import dev.kept.task.RemindStaff;
import dev.kept.task.Reminders;
import dev.kept.task.ResumeRequest;
import dev.kept.task.Tasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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
public final class Wiring {
    /** Which kinds of request are carried out, each with the setting that names its workflow. */
    private static final Map<RequestKind, String> WORKFLOWS = Map.of(
            RequestKind.ACCESS, "ANSWER_ACCESS_WORKFLOW_ARN",
            RequestKind.PORTABILITY, "ANSWER_ACCESS_WORKFLOW_ARN",
            RequestKind.CORRECTION, "CORRECT_DATA_WORKFLOW_ARN",
            RequestKind.DELETION, "ERASE_DATA_WORKFLOW_ARN",
            RequestKind.RESTRICTION, "LIMIT_USE_WORKFLOW_ARN",
            RequestKind.OBJECTION, "LIMIT_USE_WORKFLOW_ARN",
            RequestKind.CANCELLATION, "CLOSE_ACCOUNT_WORKFLOW_ARN");

    private final Settings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Clients clients;
    private final Lazy<Policy> policy;
    private final Lazy<Site> site = new Lazy<>(() -> Site.of(policy(), new StaticFiles()));
    private final Lazy<Deadlines> deadlines = new Lazy<>(() -> new Deadlines(RuleSets.load()));
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
        clients = new Clients(settings, interceptors);
        policy = new Lazy<>(() -> Policy.load(settings.get("POLICY")));
        dynamoDb = new Lazy<>(clients::dynamoDb);
        kms = new Lazy<>(clients::kms);
        s3 = new Lazy<>(clients::s3);
        ses = new Lazy<>(clients::ses);
        stepFunctions = new Lazy<>(clients::stepFunctions);
    }

    /** What runs in Lambda. */
    public static Wiring fromEnvironment() {
        var wiring = new Wiring(System.getenv(), Clock.systemUTC(), new SecureRandom(), List.of());
        wiring.prime();
        return wiring;
    }

    /** With SnapStart everything until the first call happens once, before the snapshot, and may take its time. */
    private void prime() {
        if (settings.find("AWS_LAMBDA_INITIALIZATION_TYPE")
                .filter("snap-start"::equals)
                .isPresent()) {
            new Priming(settings.get("AWS_REGION")).run();
            settings.find("POLICY").ifPresent(id -> {
                policy.get();
                deadlines.get();
            });
        }
    }

    // policy and the technical parts

    public Policy policy() {
        return policy.get();
    }

    Ids ids() {
        return new Ids(random);
    }

    public Repetitions repetitions() {
        return new Repetitions(dynamoDb.get(), settings.get("REPETITIONS_TABLE"), clock);
    }

    /** The site whose pages a function shows. */
    public Site site() {
        return site.get();
    }

    // person

    Keys keys() {
        return new Keys(
                dynamoDb.get(), kms.get(), settings.get("KEYS_TABLE"), settings.get("DATA_KEY_ID"), clock, random);
    }

    IdentifierHashes identifierHashes() {
        return new IdentifierHashes(kms.get(), settings.get("IDENTIFIER_KEY_ID"));
    }

    Identifiers identifiers() {
        return new Identifiers(dynamoDb.get(), settings.get("IDENTIFIERS_TABLE"), new Lazy<>(this::identifierHashes));
    }

    People people() {
        return new People(dynamoDb.get(), settings.get("PEOPLE_TABLE"), new Lazy<>(this::identifiers), keys());
    }

    Restrictions restrictions() {
        return new Restrictions(dynamoDb.get(), settings.get("PEOPLE_TABLE"), clock);
    }

    DateRecords dateRecords() {
        return new DateRecords(dynamoDb.get(), settings.get("PEOPLE_TABLE"), policy());
    }

    Corrections corrections() {
        return new Corrections(dynamoDb.get(), settings.get("PEOPLE_TABLE"), keys(), policy());
    }

    // intake

    public TakeForm takeForm() {
        var maker = new RecordMaker(policy(), clock, ids());
        var collect = new CollectForm(
                policy(), people(), identifiers(), corrections(), askConsent(), ids(), maker, dateRecords(), clock);
        return new TakeForm(policy(), collect, repetitions(), this::site);
    }

    // request

    public Requests requests() {
        return new Requests(dynamoDb.get(), requestsTable(), clock);
    }

    public Contents contents() {
        return new Contents(dynamoDb.get(), requestsTable(), keys());
    }

    public Marks marks() {
        return new Marks(dynamoDb.get(), requestsTable());
    }

    public Waits waits() {
        return new Waits(dynamoDb.get(), requestsTable(), stepFunctions.get());
    }

    public RequestFile requestFile() {
        var contents = contents();
        return requestFile(() -> contents);
    }

    /** The file for a function that seals and opens nothing, and is given no key. */
    public RequestFile sealedFile() {
        return requestFile(new Lazy<>(this::contents));
    }

    private RequestFile requestFile(Supplier<Contents> contents) {
        var links = new Links(dynamoDb.get(), requestsTable(), ids(), clock);
        return new RequestFile(requests(), contents, links, new RequestClock(policy(), deadlines.get()));
    }

    public Workflows workflows() {
        return workflows(WORKFLOWS.keySet());
    }

    private Workflows workflows(Set<RequestKind> kinds) {
        var machines = new EnumMap<RequestKind, String>(RequestKind.class);
        kinds.forEach(kind -> machines.put(kind, settings.get(Objects.requireNonNull(WORKFLOWS.get(kind)))));
        return new Workflows(stepFunctions.get(), machines);
    }

    public SubmitRequest submitRequest() {
        return new SubmitRequest(
                policy(), requestFile(), identifierHashes(), limits(), workflows(carriedOut()), ids(), clock);
    }

    private Limits limits() {
        return new Limits(dynamoDb.get(), settings.get("REPETITIONS_TABLE"), clock);
    }

    public WatchDeadlines watchDeadlines() {
        return new WatchDeadlines(requests(), workflows());
    }

    public WithdrawRequest withdrawRequest() {
        return new WithdrawRequest(requestFile(), waits(), correspondence(), forgetContent(), ledger(), clock);
    }

    private String requestsTable() {
        return settings.get("REQUESTS_TABLE");
    }

    public AskConfirmation askConfirmation() {
        return new AskConfirmation(
                policy(), requestFile(), waits(), correspondence(), forgetContent(), ledger(), clock);
    }

    private ForgetContent forgetContent() {
        return new ForgetContent(requests(), new Lazy<>(this::contents), ledger(), clock);
    }

    public AnswerIdentity answerIdentity() {
        return new AnswerIdentity(requestFile(), waits(), clock);
    }

    public RecordFailure recordFailure() {
        return new RecordFailure(requestFile(), correspondence(), forgetContent(), ledger(), clock);
    }

    // task

    public Tasks tasks() {
        return new Tasks(dynamoDb.get(), settings.get("TASKS_TABLE"));
    }

    // system

    public Systems systems() {
        return systems(processors());
    }

    private Processors processors() {
        var requests = new Lazy<>(this::requests);
        return new Processors(settings::find, id -> requests.get().get(id).received(), clock);
    }

    private Systems systems(Processors processors) {
        return new Systems(
                policy(), new Lazy<>(this::people), dynamoDb, s3, settings::get, processors, this::handTasks);
    }

    private HandTasks handTasks() {
        return new HandTasks(tasks(), requestFile(), policy().zone(), clock);
    }

    public Decide decide() {
        return new Decide(tasks(), requestFile(), grounds(), plans(), errands(), waits(), ledger(), clock);
    }

    public OpenDecision openDecision() {
        return new OpenDecision(sealedFile(), marks(), tasks(), waits(), staffCorrespondence(), clock);
    }

    public RemindStaff remindStaff() {
        return new RemindStaff(requestFile(), reminders(), correspondence(), ledger(), clock);
    }

    public ExtendDeadline extendDeadline() {
        return new ExtendDeadline(requestFile(), tasks(), grounds(), correspondence(), reminders(), ledger(), clock);
    }

    public AskIdentity askIdentity() {
        return new AskIdentity(policy(), requestFile(), tasks(), waits(), correspondence(), ledger(), clock);
    }

    public RefuseRequest refuseRequest() {
        return new RefuseRequest(requestFile(), policy(), tasks(), correspondence(), forgetContent(), ledger(), clock);
    }

    public ResumeRequest resumeRequest() {
        return new ResumeRequest(requests(), tasks(), workflows(), ledger(), clock);
    }

    public Grounds grounds() {
        return new Grounds(policy());
    }

    private Reminders reminders() {
        return new Reminders(requestFile().clock(), clock);
    }

    // access

    public SurveySystems surveySystems() {
        return new SurveySystems(
                requestFile(),
                subjects(),
                new Survey(policy(), systems(), ownRequests()),
                marks(),
                correspondence(),
                reminders(),
                ledger(),
                clock);
    }

    public GatherFromSystem gatherFromSystem() {
        return new GatherFromSystem(
                policy(), requestFile(), subjects(), systems(), ownRequests(), parts(), systemMarks());
    }

    private OwnRequests ownRequests() {
        return new OwnRequests(policy(), board(), requestFile(), exhibits());
    }

    public NoteSilentSystem noteSilentSystem() {
        return new NoteSilentSystem(systemMarks(), ledger(), clock);
    }

    public PackageAnswer packageAnswer() {
        return new PackageAnswer(
                policy(), requestFile(), marks(), parts(), answers(), new ReadablePage(policy()), clock);
    }

    public DeliverAnswer deliverAnswer() {
        return new DeliverAnswer(policy(), requestFile(), marks(), correspondence(), ledger(), clock);
    }

    public IssueReceipt issueReceipt() {
        return new IssueReceipt(sealedFile(), marks(), tasks(), receipts(), forgetContent());
    }

    public CollectAnswer collectAnswer() {
        return new CollectAnswer(policy(), requestFile(), answers(), correspondence(), ledger(), clock);
    }

    SystemMarks systemMarks() {
        return new SystemMarks(marks());
    }

    private Parts parts() {
        return new Parts(s3.get(), settings.get("ANSWERS_BUCKET"), contents());
    }

    private Answers answers() {
        return new Answers(s3.get(), clients::presigner, settings.get("ANSWERS_BUCKET"));
    }

    // exhibit

    public Exhibits exhibits() {
        return new Exhibits(dynamoDb.get(), requestsTable());
    }

    public AddEvidence addEvidence() {
        return new AddEvidence(requestFile(), exhibits(), sealedFiles(), ledger(), clock);
    }

    public ShowEvidence showEvidence() {
        return new ShowEvidence(exhibits(), sealedFiles(), ledger(), ids(), clock);
    }

    /** For a function that erases what it never opens, and is given no key. */
    private ForgetEvidence forgetEvidence() {
        return new ForgetEvidence(exhibits(), sealedFiles(), ledger(), clock);
    }

    private SealedFiles sealedFiles() {
        return new SealedFiles(s3.get(), settings.get("ANSWERS_BUCKET"), new Lazy<>(this::contents), ids());
    }

    // hold

    public Holds holds() {
        return new Holds(dynamoDb.get(), settings.get("HOLDS_TABLE"), new Lazy<>(this::identifierHashes));
    }

    // retention

    public StartSweep startSweep() {
        return new StartSweep(policy(), sweepWorkflow(), clock);
    }

    public ApproveSweep approveSweep() {
        return new ApproveSweep(sweeps(), sweepWorkflow(), ledger(), clock);
    }

    public SweepBook sweepBook() {
        return new SweepBook(policy(), sweeps(), clock);
    }

    public CountDue countDue() {
        return new CountDue(policy(), dueRecords(), sweeps(), clock);
    }

    private SweepWorkflow sweepWorkflow() {
        return new SweepWorkflow(stepFunctions.get(), settings.get("SWEEP_RETENTION_WORKFLOW_ARN"));
    }

    public PlanSweep planSweep() {
        return new PlanSweep(
                policy(),
                Systems.agedIds(policy()),
                dueRecords(),
                sweeps(),
                new RuleBook(policy(), sweeps(), dateRecords()),
                clock);
    }

    public PurgeDue purgeDue() {
        return new PurgeDue(
                dueRecords(),
                dateRecords(),
                people(),
                new PurgeDue.Reasons(holds(), board()),
                sweeps(),
                purges(),
                ids(),
                clock);
    }

    public PurgeRequests purgeRequests() {
        return new PurgeRequests(
                policy(),
                new ClosedRequests(dynamoDb.get(), requestsTable(), requests()),
                contents(),
                tasks(),
                holds(),
                sweeps(),
                purges(),
                ids(),
                clock);
    }

    public PurgeSystem purgeSystem() {
        return new PurgeSystem(
                policy(),
                systems(),
                new PurgeSystem.Reasons(holds(), restrictions(), board(), identifiers()),
                sweeps(),
                new LotProof(new Lazy<>(this::identifierHashes)),
                purges(),
                ids(),
                clock);
    }

    private Purges purges() {
        return new Purges(evidenceBucket(), ledger(), clock);
    }

    public RecordSweepFailure recordSweepFailure() {
        return new RecordSweepFailure(sweeps(), ledger(), clock);
    }

    public FinishSweep finishSweep() {
        return new FinishSweep(dueRecords(), sweeps(), ledger(), clock);
    }

    private DueRecords dueRecords() {
        return new DueRecords(dynamoDb.get(), settings.get("PEOPLE_TABLE"));
    }

    private Sweeps sweeps() {
        return new Sweeps(dynamoDb.get(), settings.get("SWEEPS_TABLE"));
    }

    public PlaceHold placeHold() {
        return new PlaceHold(policy(), lookup(), holds(), ledger(), ids(), clock);
    }

    public ReleaseHold releaseHold() {
        return new ReleaseHold(
                holds(),
                requests(),
                workflows(Set.of(RequestKind.DELETION, RequestKind.CANCELLATION)),
                ledger(),
                clock);
    }

    // erasure

    public PlanErasure planErasure() {
        return new PlanErasure(
                requestFile(),
                subjects(),
                planner(),
                systems(),
                tasks(),
                marks(),
                correspondence(),
                reminders(),
                ledger(),
                clock);
    }

    public RehearseErasure rehearseErasure() {
        return new RehearseErasure(lookup(), plannerMeanwhile(), ledger(), ids(), clock);
    }

    public Contest contest() {
        return new Contest(sealedFile(), ledger(), clock);
    }

    public BeginErasure beginErasure() {
        var records = new BeginErasure.Records(systems(), people(), identifiers(), oweErasure(), marketing());
        return new BeginErasure(
                requestFile(), board(), subjects(), planner(), records, approvals(), marks(), ledger(), clock);
    }

    public EraseFromSystem eraseFromSystem() {
        return new EraseFromSystem(
                policy(),
                requestFile(),
                subjects(),
                systems(),
                planner(),
                holds(),
                oweErasure(),
                new CountPeople(policy(), statistics(), clock),
                approvals(),
                marks(),
                ledger(),
                clock);
    }

    public FinishErasure finishErasure() {
        var traces = new FinishErasure.Traces(
                people(),
                dateRecords(),
                policy().zone(),
                identifiers(),
                board(),
                requests(),
                contents(),
                answers(),
                parts(),
                forgetEvidence());
        return new FinishErasure(eraseFromSystem(), systems(), subjects(), traces, marks(), ledger(), clock);
    }

    public DeliverErasure deliverErasure() {
        return new DeliverErasure(policy(), backups(), requestFile(), marks(), correspondence(), ledger(), clock);
    }

    public ResumeErasure resumeErasure() {
        return new ResumeErasure(sealedFile(), systemMarks(), policy(), tasks(), ledger(), clock);
    }

    public CloseErasure closeErasure() {
        return new CloseErasure(systemMarks(), recipientLines(), forgetContent());
    }

    private Planner planner() {
        return new Planner(policy(), systems(), holds(), clock);
    }

    /** For while somebody waits for what it finds. */
    private Planner plannerMeanwhile() {
        return new Planner(policy(), systems(processors().meanwhile()), holds(), clock);
    }

    private OweErasure oweErasure() {
        return new OweErasure(policy(), erasures(), puttingBack(), identifierHashes(), clock);
    }

    /** The counts of people whose records were anonymised. */
    public Statistics statistics() {
        return new Statistics(dynamoDb.get(), settings.get("STATISTICS_TABLE"), new Lazy<>(this::identifierHashes));
    }

    private Erasures erasures() {
        return new Erasures(dynamoDb.get(), settings.get("ERASURES_TABLE"), backups());
    }

    /** Replays erasures on a restored copy. */
    public ReplayErasures replayErasures() {
        var hashes = identifierHashes();
        var copies = new Copies(
                dynamoDb.get(),
                new Copies.Names(settings.get("PEOPLE_TABLE"), settings.get("IDENTIFIERS_TABLE"), requestsTable()),
                systems(),
                new Keeping(policy(), clock),
                new Copies.Stores(people(), holds(), keys(), hashes, ledger()));
        var replays = new Replays(dynamoDb.get(), settings.get("ERASURES_TABLE"), erasures());
        var putBack = new PutBack(
                erasures(),
                puttingBack(),
                replays,
                copies,
                new PutBack.Corrected(people(), lookup(), correctAgain()),
                ledger(),
                clock);
        return new ReplayErasures(copies, erasures(), replays, putBack, ledger(), clock);
    }

    private PuttingBack puttingBack() {
        return new PuttingBack(dynamoDb.get(), settings.get("ERASURES_TABLE"));
    }

    /** For how long backups are kept, at most. */
    private Duration backups() {
        return Duration.ofDays(Integer.parseInt(settings.get("BACKUPS_KEPT_DAYS")));
    }

    /** An erasure and a correction are decided on what is there at that moment. */
    private Plans plans() {
        return new PlansByKind(Map.of(
                RequestKind.DELETION,
                new ErasurePlans(subjects(), this::plannerMeanwhile, requests()),
                RequestKind.CORRECTION,
                new CorrectionPlans(
                        subjects(),
                        contents(),
                        () -> correctionPlanner(systems(processors().meanwhile())))));
    }

    private Approvals approvals() {
        return new Approvals(tasks(), marks());
    }

    // closing

    /** The days of accounts that end. */
    public Calendar closingCalendar() {
        return new Calendar(policy(), deadlines.get(), marks(), clock);
    }

    public CancelAccount cancelAccount() {
        return new CancelAccount(
                policy(),
                requestFile(),
                closingCalendar(),
                workflows(Set.of(RequestKind.CANCELLATION)),
                new CancelAccount.Known(new Lazy<>(this::lookup), new Lazy<>(this::board), new Lazy<>(this::ledger)),
                new CancelAccount.Mails(this::limits, this::identifierHashes),
                ids(),
                clock);
    }

    public AdvanceClosing advanceClosing() {
        return new AdvanceClosing(
                requestFile(),
                closingCalendar(),
                new AdvanceClosing.Person(
                        subjects(),
                        board(),
                        restrictions(),
                        dateRecords(),
                        marketing(),
                        new WarnOthers(requestFile(), marks(), correspondence(), clock),
                        forgetContent()),
                new AdvanceClosing.Purge(systems(), planner()),
                new ClosingLetters(requestFile(), marks(), correspondence()),
                marks(),
                ledger(),
                clock);
    }

    public AwaitDay awaitDay() {
        return new AwaitDay(requests(), marks(), waits());
    }

    public ChooseExit chooseExit() {
        return new ChooseExit(requestFile(), closingCalendar(), withdrawRequest(), waits(), marks(), ledger(), clock);
    }

    // correction

    public PlanCorrection planCorrection() {
        return new PlanCorrection(
                requestFile(),
                subjects(),
                correctionPlanner(),
                restrictions(),
                marks(),
                correspondence(),
                reminders(),
                ledger(),
                clock);
    }

    public CorrectInSystem correctInSystem() {
        return new CorrectInSystem(
                policy(),
                requestFile(),
                subjects(),
                systems(),
                correctionPlanner(),
                new Exchange(policy(), people()),
                new Completion(policy(), people()),
                corrections(),
                tasks(),
                marks(),
                ledger(),
                clock);
    }

    public DeliverCorrection deliverCorrection() {
        return new DeliverCorrection(
                policy(), requestFile(), tasks(), marks(), correspondence(), closeCorrection(), ledger(), clock);
    }

    public CloseCorrection closeCorrection() {
        return new CloseCorrection(sealedFile(), restrictions(), forgetEvidence(), ledger(), clock);
    }

    /** Applies corrections again after a restore. */
    public CorrectAgain correctAgain() {
        return new CorrectAgain(correctionPlanner(), systems(), people(), corrections());
    }

    private CorrectionPlanner correctionPlanner() {
        return correctionPlanner(systems());
    }

    private CorrectionPlanner correctionPlanner(Systems asked) {
        return new CorrectionPlanner(policy(), asked, identifiers(), contents());
    }

    // recipient

    public TellRecipients tellRecipients() {
        return new TellRecipients(
                policy(), requestFile(), subjects(), tasks(), marks(), recipientLines(), correspondence(), clock);
    }

    RecipientLines recipientLines() {
        return new RecipientLines(marks(), ledger(), clock);
    }

    private Errands errands() {
        return new RecipientErrands(tasks(), contents(), recipientLines(), ledger(), clock);
    }

    // choice

    Marketing marketing() {
        return new Marketing(suppressions());
    }

    private AskConsent askConsent() {
        return new AskConsent(policy(), suppressions(), new Lazy<>(this::letters), ids());
    }

    public ConfirmConsent confirmConsent() {
        return new ConfirmConsent(suppressions(), ledger(), clock);
    }

    private Suppressions suppressions() {
        return new Suppressions(
                dynamoDb.get(),
                settings.get("SUPPRESSIONS_TABLE"),
                new Lazy<>(this::identifierHashes),
                this::policy,
                clock);
    }

    // restriction

    public LimitUse limitUse() {
        return new LimitUse(
                policy(),
                requestFile(),
                subjects(),
                systems(),
                new LimitUse.Notes(marketing(), restrictions(), marks()),
                correspondence(),
                reminders(),
                ledger(),
                clock);
    }

    public StopInSystem stopInSystem() {
        return new StopInSystem(policy(), requestFile(), subjects(), systems(), holds(), marks());
    }

    public SettleUse settleUse() {
        return new SettleUse(policy(), sealedFile(), restrictions(), dateRecords(), marks(), ledger(), clock);
    }

    public DeliverLimits deliverLimits() {
        return new DeliverLimits(policy(), requestFile(), restrictions(), marks(), correspondence(), ledger(), clock);
    }

    public LiftRestriction liftRestriction() {
        return new LiftRestriction(requestFile(), restrictions(), correspondence(), ledger(), clock);
    }

    // staff

    public AuthorizeStaff authorizeStaff() {
        return new AuthorizeStaff(staffTokens(), baseUrl());
    }

    public StaffTokens staffTokens() {
        return staffTokens(provider());
    }

    public SignIn signIn() {
        var provider = provider();
        var client = new SignIn.Client(settings.get("STAFF_AUDIENCE"), settings.find("STAFF_CLIENT_SECRET"), baseUrl());
        return new SignIn(provider, staffTokens(provider), client, ids(), clock);
    }

    /** The address under which people and staff reach the stack. */
    public String baseUrl() {
        return settings.get("BASE_URL");
    }

    public Board board() {
        return new Board(dynamoDb.get(), requestsTable(), requests());
    }

    public CaseFiles caseFiles() {
        return new CaseFiles(
                requestFile(), board(), tasks(), exhibits(), recipientLines(), restrictions(), ledger(), clock);
    }

    /** What tells the time. */
    public Clock clock() {
        return clock;
    }

    private StaffTokens staffTokens(Provider provider) {
        return new StaffTokens(provider, settings.get("STAFF_AUDIENCE"), Actors::code, clock);
    }

    private Provider provider() {
        return new Provider(settings.get("STAFF_ISSUER"), clock);
    }

    // centre

    /** The kinds of request that people can make here. */
    public Set<RequestKind> carriedOut() {
        return Set.of(RequestKind.rights());
    }

    /** Where the packages of answers are downloaded from, such as {@code https://answers.s3.eu-west-3.amazonaws.com}. */
    public String answersOrigin() {
        return Answers.origin(clients.presigner(), settings.get("ANSWERS_BUCKET"));
    }

    public RenewConfirmation renewConfirmation() {
        return new RenewConfirmation(policy(), requestFile(), limits(), correspondence(), clock);
    }

    // mail

    public Correspondence correspondence() {
        var subjects = subjects();
        return correspondence(() -> subjects);
    }

    /** Correspondence for a function that writes to staff alone, and finds no person. */
    private Correspondence staffCorrespondence() {
        return correspondence(new Lazy<>(this::subjects));
    }

    private Correspondence correspondence(Supplier<Subjects> subjects) {
        return new Correspondence(
                letters(), new StaffLetters(policy(), mailer(), settings.get("BASE_URL")), subjects, marks());
    }

    private Letters letters() {
        return new Letters(policy(), mailer(), settings.get("BASE_URL"));
    }

    private Mailer mailer() {
        return new Mailer(ses.get(), settings.get("SENDER"));
    }

    private Lookup lookup() {
        return new Lookup(policy(), identifiers(), people());
    }

    private Subjects subjects() {
        return new Subjects(requestFile(), new Lazy<>(this::lookup));
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

    public ShowLedger showLedger() {
        return new ShowLedger(ledger(), verifyLedger(), policy().zone(), clock);
    }

    public CheckpointLedger checkpointLedger() {
        return new CheckpointLedger(ledger(), checkpoints(), clock);
    }

    public Receipts receipts() {
        var issuer = new Receipts.Issuer(
                settings.get("BASE_URL"), settings.find("SOFTWARE_VERSION").orElse("unreleased"));
        return new Receipts(evidenceBucket(), ledger(), signer(publicKeys()), issuer, clock);
    }

    public IssuedReceipts issuedReceipts() {
        return new IssuedReceipts(evidenceBucket());
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
