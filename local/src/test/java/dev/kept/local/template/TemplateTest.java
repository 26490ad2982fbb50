package dev.kept.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.template.Bucket.Expiration;
import dev.kept.local.template.LambdaFunction.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class TemplateTest {
    @TempDir
    private Path folder;

    @Test
    void aFunctionHasItsSettingsRoutesAndSchedules() {
        var template = sample();

        var keep = template.functions().get("KeepNoteFunction");
        assertEquals("dev.kept.local.sample.KeepNoteHandler", keep.handler());
        assertEquals(Duration.ofSeconds(20), keep.timeout());
        assertEquals(512, keep.memory());
        assertEquals(
                Map.of(
                        "PUBLIC_ADDRESS",
                        "https://privacy.example.org",
                        "NOTES_TABLE",
                        "kept-NotesTable",
                        "WORKFLOW_ARN",
                        "arn:aws:states:eu-west-3:000000000000:stateMachine:kept-TidyNote",
                        "HELPDESK_TICKETS_TABLE",
                        "tickets",
                        "BILLING_DOCUMENTS_BUCKET",
                        "documents-of-the-company"),
                keep.environment());
        assertEquals(
                List.of(
                        new Route("PUT", "/notes/{noteId}", Optional.empty()),
                        new Route("GET", "/notes/{noteId}", Optional.empty()),
                        new Route("ANY", "/staff/{proxy+}", Optional.of("Staff")),
                        new Route("POST", "/forms/{form}", Optional.empty())),
                keep.routes());
        assertEquals(Optional.of("arn:aws:sqs:eu-west-3:000000000000:kept-DeadLettersQueue"), keep.deadLetterQueue());

        var daily = template.functions().get("TidyNoteFunction").rules().get(0);
        assertEquals(
                Instant.parse("2026-11-23T06:00:00Z"),
                daily.schedule().following().apply(Instant.parse("2026-11-22T06:00:00Z")));
        assertEquals(Optional.of("{\"noteId\":\"daily\"}"), daily.input());
    }

    @Test
    void policiesAreResolvedToArns() {
        var statements = sample().functions().get("KeepNoteFunction").statements();

        assertEquals(
                List.of("dynamodb:PutItem", "dynamodb:GetItem"),
                statements.get(0).actions());
        assertEquals(
                List.of("arn:aws:dynamodb:eu-west-3:000000000000:table/kept-NotesTable"),
                statements.get(0).resources());
    }

    @Test
    void tablesBucketsKeysAndQueuesAreTyped() {
        var template = sample();

        var table = template.tables().get("NotesTable");
        assertEquals(List.of("noteId"), table.keys());
        assertEquals("ByTopic", table.indexes().get(0).name());
        assertEquals(Optional.of("expires"), table.timeToLive());
        assertTrue(table.recoverable());

        var bucket = template.buckets().get("AnswersBucket");
        assertEquals(List.of(new Expiration("answers/", 30, 0)), bucket.expirations());
        assertEquals(Optional.of(template.keys().get("DataKey").arn()), bucket.encryptionKey());

        assertEquals(
                List.of("alias/kept-signing"), template.keys().get("SigningKey").aliases());
        assertEquals(
                "kept-DeadLettersQueue",
                template.queues().get("DeadLettersQueue").name());
    }

    @Test
    void theApiHasAuthorizersAndItsOwnAnswers() {
        var api = sample().apis().get("Api");

        assertEquals(Set.of("Authorization"), api.authorizers().get("Staff").headers());
        assertEquals(
                "application/problem+json",
                api.responses().get("UNAUTHORIZED").headers().get("Content-Type"));
        assertEquals(Set.of("application/zip"), api.binaryTypes());
    }

    @Test
    void aWorkflowIsToldTheAliasesOfItsFunctions() {
        assertEquals(
                Map.of("TidyNoteArn", "arn:aws:lambda:eu-west-3:000000000000:function:kept-TidyNoteFunction:live"),
                sample().stateMachines().get("TidyNote").substitutions());
    }

    @Test
    void whatHasNoConditionThatHoldsIsNotThere() {
        assertTrue(sample().silent().containsKey("KeepNoteLog"));
        assertEquals(Map.of("KeepNoteLog", "AWS::Logs::LogGroup"), sample().silent());
    }

    @Test
    void valuesOfParametersReachTheSettings() {
        var template = Template.read(sampleFile(), Map.of("PublicAddress", "http://localhost:8080"));

        assertEquals(
                "http://localhost:8080",
                template.functions().get("KeepNoteFunction").environment().get("PUBLIC_ADDRESS"));
    }

    @Test
    void aValueOutsideItsBoundsIsRefused() {
        var given = Map.of("LogDays", "0", "PublicAddress", "ftp://x", "Alarms", "maybe", "Colour", "blue");

        var refused = assertThrows(TemplateFaults.class, () -> Template.read(sampleFile(), given));

        assertEquals(
                Set.of("Parameters/LogDays", "Parameters/PublicAddress", "Parameters/Alarms", "Parameters/Colour"),
                Set.copyOf(refused.faults().stream().map(Fault::path).toList()));
    }

    @Test
    void everyFaultIsNamedWithItsPlaceAtOnce() {
        var refused = refused("""
                Resources:
                  Cluster:
                    Type: AWS::ECS::Cluster
                  NotesTable:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      KeySchema: [{AttributeName: noteId, KeyType: HASH}]
                      StreamSpecification: {StreamViewType: NEW_IMAGE}
                  ReadFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.Y
                      Environment: {Variables: {TABLE: !Ref NoteTable, ZONE: !GetAZs ''}}
                      Policies: [{DynamoDBCrudPolicy: {TableName: x}}]
                      Events: {Stream: {Type: DynamoDB, Properties: {Stream: x}}}
                """);

        assertEquals(
                Set.of(
                        "Resources/Cluster/Type",
                        "Resources/NotesTable/Properties/KeySchema/0/AttributeName",
                        "Resources/NotesTable/Properties/StreamSpecification",
                        "Resources/ReadFunction/Properties/Environment/Variables/TABLE",
                        "Resources/ReadFunction/Properties/Environment/Variables/ZONE",
                        "Resources/ReadFunction/Properties/Policies/0/DynamoDBCrudPolicy",
                        "Resources/ReadFunction/Properties/Events/Stream/Type"),
                Set.copyOf(refused.faults().stream().map(Fault::path).toList()));
    }

    @Test
    void aCircleIsFoundBeforeItIsDeployed() {
        var refused = refused("""
                Resources:
                  StartFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.Y
                      Environment: {Variables: {WORKFLOW: !Ref Flow}}
                  Flow:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: flow.asl.json
                      DefinitionSubstitutions: {StartArn: !GetAtt StartFunction.Arn}
                """);

        assertTrue(refused.getMessage().contains("StartFunction needs Flow needs StartFunction"), refused.getMessage());
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        var refused = refused("Resources:\n  a: [\n");

        assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var refused = assertThrows(TemplateFaults.class, () -> Template.read(folder.resolve("none.yaml"), Map.of()));

        assertTrue(refused.getMessage().contains("none.yaml"), refused.getMessage());
    }

    private TemplateFaults refused(String yaml) {
        var file = folder.resolve("template.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return assertThrows(TemplateFaults.class, () -> Template.read(file, Map.of()));
    }

    private static Template sample() {
        return Template.read(sampleFile(), Map.of());
    }

    private static Path sampleFile() {
        try {
            return Path.of(
                    TemplateTest.class.getResource("/sample-template.yaml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
