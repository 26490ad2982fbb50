package dev.kept.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbProcessTest {
    private static final Path JARS = Path.of(System.getProperty("kept.root"), "local", "dynamodb", "target", "jars");

    private final DynamoDbProcess database = DynamoDbProcess.start(JARS);
    private final DynamoDbClient client = database.client();

    @BeforeAll
    void createTable() {
        client.createTable(table -> table.tableName("Requests")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(text("requestId"), text("state")))
                .keySchema(List.of(hash("requestId")))
                .globalSecondaryIndexes(List.of(GlobalSecondaryIndex.builder()
                        .indexName("ByState")
                        .keySchema(List.of(hash("state")))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build())));
    }

    @AfterAll
    void stop() {
        client.close();
        database.close();
    }

    @Test
    void aConditionIsEvaluatedAndTheOldItemComesBack() {
        put("once");

        ConditionalCheckFailedException refused =
                assertThrows(ConditionalCheckFailedException.class, () -> put("once"));

        assertEquals(AttributeValue.fromS("open"), refused.item().get("state"));
    }

    @Test
    void anIndexIsQueried() {
        put("indexed");

        List<Map<String, AttributeValue>> found = client.query(query -> query.tableName("Requests")
                        .indexName("ByState")
                        .keyConditionExpression("#state = :open")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":open", AttributeValue.fromS("open"))))
                .items();

        assertTrue(
                found.stream().anyMatch(item -> AttributeValue.fromS("indexed").equals(item.get("requestId"))));
    }

    @Test
    void anUpdateAndATransactionAreCarriedOut() {
        put("updated");
        client.updateItem(update -> update.tableName("Requests")
                .key(Map.of("requestId", AttributeValue.fromS("updated")))
                .updateExpression("SET seen = if_not_exists(seen, :zero) + :one")
                .expressionAttributeValues(
                        Map.of(":zero", AttributeValue.fromN("0"), ":one", AttributeValue.fromN("1"))));

        TransactWriteItem again = TransactWriteItem.builder()
                .put(put -> put.tableName("Requests")
                        .item(item("updated"))
                        .conditionExpression("attribute_not_exists(requestId)"))
                .build();

        TransactionCanceledException cancelled = assertThrows(
                TransactionCanceledException.class,
                () -> client.transactWriteItems(write -> write.transactItems(List.of(again))));

        assertEquals(
                "ConditionalCheckFailed", cancelled.cancellationReasons().get(0).code());
    }

    @Test
    void anUnknownTableIsATypedError() {
        assertThrows(ResourceNotFoundException.class, () -> client.describeTable(table -> table.tableName("Nothing")));
    }

    @Test
    void manyWritersLoseNothing() {
        IntStream.range(0, 200).parallel().forEach(number -> put("many-" + number));

        long kept = client.scanPaginator(scan -> scan.tableName("Requests")).items().stream()
                .filter(item -> String.valueOf(item.get("requestId")).contains("many-"))
                .count();
        assertEquals(200, kept);
    }

    @Test
    void itListensOnLoopbackOnly() throws IOException {
        int port = database.endpoint().getPort();
        assertTrue(accepts(InetAddress.getLoopbackAddress(), port));

        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress other : others) {
            assertFalse(accepts(other, port), other + " is open");
        }
        assertListensOnLoopback(port);
    }

    @Test
    void itEndsWhenItsInputEnds() {
        DynamoDbProcess second = DynamoDbProcess.start(JARS);
        second.endpoint();

        second.close();

        assertFalse(second.handle().isAlive());
    }

    @Test
    void itEndsWhenItsParentIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DynamoDbParent.class.getName(),
                        JARS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long id;
        try (var lines = parent.inputReader()) {
            id = Long.parseLong(lines.readLine());
        }
        ProcessHandle child = ProcessHandle.of(id).orElseThrow();

        parent.destroyForcibly();

        child.onExit().join();
        assertFalse(child.isAlive());
    }

    @Test
    void aMissingDownloadSaysWhatToDo(@TempDir Path folder) {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> DynamoDbProcess.start(folder.resolve("nothing")));

        assertTrue(String.valueOf(missing.getMessage())
                .endsWith("fetch it once with ./mvnw -pl local/dynamodb generate-resources"));
    }

    @Test
    void aDownloadThatDoesNotRunSaysSo(@TempDir Path empty) {
        try (DynamoDbProcess broken = DynamoDbProcess.start(empty)) {
            IllegalStateException ended = assertThrows(IllegalStateException.class, broken::endpoint);

            assertTrue(String.valueOf(ended.getMessage()).startsWith("DynamoDB Local ended before it listened"));
        }
    }

    private void put(String requestId) {
        client.putItem(put -> put.tableName("Requests")
                .item(item(requestId))
                .conditionExpression("attribute_not_exists(requestId)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static Map<String, AttributeValue> item(String requestId) {
        return Map.of("requestId", AttributeValue.fromS(requestId), "state", AttributeValue.fromS("open"));
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Where the system tells (Linux): the listening socket itself, whatever interfaces this machine has. */
    private static void assertListensOnLoopback(int port) throws IOException {
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.isReadable(Path.of(table))) {
                String end = String.format(":%04X", port);
                List<String> listening = Files.readAllLines(Path.of(table)).stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(cells -> cells[1].endsWith(end) && "0A".equals(cells[3]))
                        .map(cells -> cells[1])
                        .toList();
                assertTrue(
                        listening.stream()
                                .allMatch(local -> local.startsWith("0100007F:")
                                        || local.startsWith("0000000000000000FFFF00000100007F:")),
                        listening.toString());
            }
        }
    }
}
