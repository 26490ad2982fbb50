package dev.kept.fault;

import static dev.kept.fault.Edit.template;
import static dev.kept.fault.Edit.workflow;

import java.util.List;
import java.util.stream.Stream;

/** The faults: such as are made when a resource is copied, a name is changed in one place, or a line is left out. */
final class Faults {
    private Faults() {}

    static List<Fault> all() {
        return Stream.of(rights(), stores(), functions(), api(), alarms(), ways(), names())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> rights() {
        return List.of(
                new Fault(
                        "a missing right on a table's index",
                        template(
                                "ShowTaskFunction",
                                lines(
                                        "            - Effect: Allow",
                                        "              Action: [dynamodb:Query]",
                                        "              Resource: !Sub \"${RequestsTable.Arn}/index/ByPerson\""),
                                ""),
                        Check.scenario("ConsoleWayTest#otherOpenRequestsOfThePersonAreShown"),
                        "ShowTaskFunction dynamodb:Query arn:aws:dynamodb:eu-west-3:000000000000:table/kept-RequestsTable/index/ByPerson"),
                new Fault(
                        "a right on another folder of a bucket than is written into",
                        template(
                                "PackageAnswerFunction",
                                "${AnswersBucket.Arn}/answers/*",
                                "${AnswersBucket.Arn}/answer/*"),
                        Check.scenario("WholeWayTest#aPersonAsksForHerDataAndGetsThem"),
                        "PackageAnswerFunction s3:PutObject"),
                new Fault(
                        "a right on an index that is not there",
                        template("WatchDeadlinesFunction", "/index/ByStart\"", "/index/ByStarted\""),
                        Check.test("TemplateRightsTest#aRightOnAnIndexNamesOneThatIsThere"),
                        "WatchDeadlines !Sub ${RequestsTable.Arn}/index/ByStarted"),
                new Fault(
                        "a right to do whatever there is to do",
                        template("FollowRequestFunction", "[dynamodb:GetItem, dynamodb:Query]", "dynamodb:*"),
                        Check.test("TemplateRightsTest#noActionIsLeftOpen"),
                        "FollowRequest [dynamodb:*]"),
                new Fault(
                        "a workflow that may not call one of its functions",
                        template("AnswerAccessRole", lines("                  - !Ref RefuseRequestFunction.Alias"), ""),
                        Check.test("TemplateRightsTest#aWorkflowMayCallTheFunctionsOfItsStatesAndNoOther"),
                        "AnswerAccessWorkflow by AnswerAccessRole"),
                new Fault(
                        "a key that CloudWatch may not use, so that alarms reach nobody",
                        template("DataKey", "Service: cloudwatch.amazonaws.com", "Service: sns.amazonaws.com"),
                        Check.test("TemplateRightsTest#theServicesThatSealWithTheKeyInTheirOwnNameMayDoSo"),
                        "DataKey"));
    }

    private static List<Fault> stores() {
        return List.of(
                new Fault(
                        "a table that does not say what it holds",
                        template("TasksTable", lines("      PersonalData: { Holds: proof, End: requests }"), ""),
                        Check.test("CoverageTest#everyStoreOfTheTemplateIsCovered"),
                        "TasksTable does not say what it holds"),
                new Fault(
                        "a table with personal data that nobody erases",
                        template(
                                "HelpdeskTicketsTable",
                                "Erasers: [EraseFromSystemFunction]",
                                "Erasers: [GatherFromSystemFunction]"),
                        Check.test("CoverageTest#everyStoreOfTheTemplateIsCovered"),
                        "GatherFromSystemFunction may not do it in HelpdeskTicketsTable"),
                new Fault(
                        "a table with personal data whose content never ends",
                        template("RequestsTable", "End: requests", "End: some-day"),
                        Check.test("CoverageTest#everyStoreOfTheTemplateIsCovered"),
                        "RequestsTable never ends"),
                new Fault(
                        "a table without encryption",
                        template(
                                "HelpdeskTicketsTable",
                                lines(
                                        "      SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt DataKey.Arn }"),
                                ""),
                        Check.test("TemplateStoresTest#everyTableIsOnDemandEncryptedRecoverableAndKept"),
                        "HelpdeskTicketsTable: SSESpecification"),
                new Fault(
                        "a table that is deleted with the stack",
                        template("LedgerTable", lines("    DeletionPolicy: Retain"), ""),
                        Check.test("TemplateStoresTest#whatHoldsDataOrOpensItOutlivesTheStack"),
                        "LedgerTable: DeletionPolicy"),
                new Fault(
                        "a bucket that does not block public access",
                        template("EvidenceBucket", lines("        RestrictPublicBuckets: true"), ""),
                        Check.test("TemplateStoresTest#everyBucketIsEncryptedPrivateKeptAndCalledOverTlsOnly"),
                        "EvidenceBucket: PublicAccessBlockConfiguration"),
                new Fault(
                        "a folder of a bucket in which nothing ever expires",
                        template("AnswersBucket", "Prefix: evidence/", "Prefix: proof/"),
                        Check.test("TemplateStoresTest#everyFolderOfAnswersExpires"),
                        "proof/"),
                new Fault(
                        "a log that is kept for ever",
                        template("FunctionLogs", lines("      RetentionInDays: !Ref LogRetentionDays"), ""),
                        Check.test("TemplateTest#everyLogIsEncryptedAndKeptAsLongAsTheParameterSays"),
                        "FunctionLogs: RetentionInDays"),
                new Fault(
                        "a workflow that logs what it carries",
                        template("AnswerAccessWorkflow", "IncludeExecutionData: false", "IncludeExecutionData: true"),
                        Check.test("TemplateTest#aWorkflowLogsWithoutWhatItCarries"),
                        "AnswerAccessWorkflow"));
    }

    private static List<Fault> functions() {
        return List.of(
                new Fault(
                        "a wrong handler name",
                        template(
                                "ListTasksFunction",
                                "dev.kept.console.ListTasksHandler",
                                "dev.kept.console.ListTaskHandler"),
                        Check.test("ConventionsTest#everyHandlerIsAFunctionAndEveryFunctionAHandler"),
                        "ListTasks=dev.kept.console.ListTaskHandler"),
                new Fault(
                        "a setting that a function reads and is not given",
                        template("OpenDecisionFunction", lines("          SENDER: !Ref Sender"), ""),
                        Check.test("TemplateSettingsTest#everyFunctionCanBeMadeOfWhatItIsTold"),
                        "OpenDecision: dev.kept.Settings$MissingSetting: the setting SENDER is missing"),
                new Fault(
                        "a function that starts a workflow of another name",
                        template(
                                "SubmitRequestFunction",
                                "ANSWER_ACCESS_WORKFLOW_ARN: !Sub \"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-answer-access\"",
                                "ANSWER_ACCESS_WORKFLOW_ARN: !Sub \"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-answers\""),
                        Check.test("TemplateSettingsTest#theWorkflowThatAFunctionNamesIsThere"),
                        "SubmitRequest names the workflow ${AWS::StackName}-answers"),
                new Fault(
                        "a function and a workflow that wait for each other to be deployed",
                        template(
                                "AskIdentityFunction",
                                "!Sub \"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-answer-access\"",
                                "!Ref AnswerAccessWorkflow"),
                        Check.reading(),
                        "AnswerAccessWorkflow needs AskIdentityFunction needs AnswerAccessWorkflow"),
                new Fault(
                        "a scheduled function without a dead-letter queue",
                        template(
                                "WatchDeadlinesFunction",
                                lines(
                                        "      DeadLetterQueue:",
                                        "        Type: SQS",
                                        "        TargetArn: !GetAtt FailedEventsQueue.Arn"),
                                ""),
                        Check.test("TemplateTest#anEventThatNobodyWaitsForIsNotLost"),
                        "WatchDeadlines: DeadLetterQueue"));
    }

    private static List<Fault> api() {
        return List.of(
                new Fault(
                        "a route without its authorizer",
                        template(
                                "ListTasksFunction",
                                lines("            Auth:", "              Authorizer: StaffAuthorizer"),
                                ""),
                        Check.test("TemplateApiTest#aRouteIsBehindTheAuthorizerWhenItsFunctionIsOneOfTheConsole"),
                        "get /staff/tasks: Authorizer"),
                new Fault(
                        "an authorizer whose answer is kept for other calls",
                        template(
                                "Api",
                                "{ ReauthorizeEvery: 0 }",
                                "{ Headers: [Authorization], ReauthorizeEvery: 300 }"),
                        Check.reading(),
                        "Resources/Api/Properties/Auth/Authorizers/StaffAuthorizer/Identity/ReauthorizeEvery"),
                new Fault(
                        "a route that names no API, for which SAM makes one of its own",
                        template("SubmitRequestFunction", lines("            RestApiId: !Ref Api"), ""),
                        Check.test("TemplateApiTest#everyRouteIsOfTheOneApi"),
                        "SubmitRequest Post: RestApiId"),
                new Fault(
                        "an API that takes as many calls as come",
                        template("Api", lines("          ThrottlingRateLimit: !Ref CallsPerSecond"), ""),
                        Check.test("TemplateApiTest#howManyCallsItTakesIsBounded"),
                        "Api"),
                new Fault(
                        "an API that takes every body for bytes, and every answer",
                        template("Api", "[multipart~1form-data]", "[multipart~1form-data, \"*~1*\"]"),
                        Check.test("TemplateApiTest#onlyTheFormWithFilesArrivesAsBytes"),
                        "*~1*"),
                new Fault(
                        "a route that the description of the API does not know",
                        new Edit(
                                "web/openapi.json",
                                "paths",
                                "\"/staff/ledger/verification\"",
                                "\"/staff/ledger/verifications\""),
                        Check.test("OpenApiTest#itDescribesEveryRouteAndNoOther"),
                        "get /staff/ledger/verifications"));
    }

    private static List<Fault> alarms() {
        return List.of(
                new Fault(
                        "an alarm on a metric that does not exist",
                        template("LedgerMismatchAlarm", "MetricName: Errors", "MetricName: Failures"),
                        Check.test("TemplateTest#everyAlarmWatchesSomethingThatIsThereAndTellsOfIt"),
                        "LedgerMismatchAlarm: MetricName Failures"),
                new Fault(
                        "a metric of words that nobody logs",
                        template("OverdueRequests", "\"overdue-requests\"", "\"requests-overdue\""),
                        Check.test("TemplateTest#whatAMetricIsFilteredByIsWrittenIntoThatLog"),
                        "requests-overdue"));
    }

    private static List<Fault> ways() {
        return List.of(
                new Fault(
                        "a wrong substitution: a state that calls another's function",
                        template(
                                "AnswerAccessWorkflow",
                                "SurveySystemsFunctionArn: !Ref SurveySystemsFunction.Alias",
                                "SurveySystemsFunctionArn: !Ref OpenDecisionFunction.Alias"),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "SurveySystemsFunctionArn=!Ref OpenDecisionFunction.Alias"),
                new Fault(
                        "a wrong substitution: a name in the workflow that the template does not replace",
                        workflow("Refuse Request", "${RefuseRequestFunctionArn}", "${RefuseFunctionArn}"),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "RefuseFunctionArn=!Ref RefuseFunction.Alias"),
                new Fault(
                        "a state that leads to one that does not exist",
                        workflow("Extend Deadline", "\"Next\": \"Open Decision\"", "\"Next\": \"Open Decisions\""),
                        Check.start(),
                        "/States/Extend Deadline/Next leads to Open Decisions"),
                new Fault(
                        "a state that waits for ever",
                        workflow("Remind Staff", lines("      \"TimeoutSeconds\": 60,"), ""),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "Remind Staff may wait for ever"),
                new Fault(
                        "a state that gives up while its function still works",
                        workflow("Package Answer", "\"TimeoutSeconds\": 900", "\"TimeoutSeconds\": 60"),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "Package Answer gives up on a function that may take 890 seconds"),
                new Fault(
                        "a state that is not tried again when AWS refuses a call",
                        workflow("Issue Receipt", "dev.kept.step.AwsCallFailed", "dev.kept.mail.MailNotSent"),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "Issue Receipt gives up when AWS refuses a call once"),
                new Fault(
                        "a state that catches an error of no class",
                        workflow(
                                "Gather From System",
                                "dev.kept.access.GatherFromSystem$TooMuch",
                                "dev.kept.access.GatherFromSystem.TooMuch"),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "Gather From System names dev.kept.access.GatherFromSystem.TooMuch"),
                new Fault(
                        "a state whose failure nobody records",
                        workflow("Deliver Answer", "\"States.ALL\"", "\"States.Timeout\""),
                        Check.test("WorkflowsTest#everyWorkflowKeepsTheRules"),
                        "Deliver Answer lets a failure go unrecorded"));
    }

    private static List<Fault> names() {
        return List.of(
                new Fault(
                        "a Choice on a name that does not exist",
                        workflow("Keep Waiting?", "$states.input.outcome", "$states.input.decision"),
                        Check.test("WorkflowNamesTest#everyNameThatAnExpressionReadsWasGiven"),
                        "Keep Waiting? reads $states.input.decision"),
                new Fault(
                        "a failure that is recorded for a request whose id was not handed on",
                        workflow(
                                "Ask Confirmation",
                                "\"Assign\": { \"error\": \"{% $states.errorOutput.Error %}\", \"requestId\": \"{% $states.context.Execution.Input.requestId %}\" }",
                                "\"Assign\": { \"error\": \"{% $states.errorOutput.Error %}\" }"),
                        Check.test("WorkflowNamesTest#everyNameThatAnExpressionReadsWasGiven"),
                        "Record Failure reads $requestId"),
                new Fault(
                        "a function that is handed something under another name than it reads",
                        workflow("Remind Staff", "\"round\":", "\"number\":"),
                        Check.test("WorkflowNamesTest#aFunctionReadsWhatItsStateHandsIt"),
                        "Remind Staff hands over [requestId, number]"),
                new Fault(
                        "an answer of which a state takes what nobody answers",
                        workflow("Survey Systems", "$states.result.wakeIn", "$states.result.wakesIn"),
                        Check.test("WorkflowNamesTest#whatAStateTakesFromAnAnswerIsAnsweredBySomebody"),
                        "Survey Systems takes wakesIn"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
