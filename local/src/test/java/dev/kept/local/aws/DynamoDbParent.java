package dev.kept.local.aws;

import java.nio.file.Path;

/** The main class of a process that starts DynamoDB Local, tells its id and then waits to be killed. */
final class DynamoDbParent {
    private DynamoDbParent() {}

    public static void main(String[] arguments) {
        DynamoDbProcess database = DynamoDbProcess.start(Path.of(arguments[0]));
        database.endpoint();
        System.out.println(database.handle().pid());
        database.handle().onExit().join();
    }
}
