package dev.kept.policy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The published JSON Schema of policy files, as somebody else's validator reads it. */
final class PolicySchema {
    private final JsonSchema schema;

    PolicySchema() {
        try {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Draft.file("policy.schema.json")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    List<String> faults(String json) {
        return schema
                .validate(
                        json, InputFormat.JSON, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
