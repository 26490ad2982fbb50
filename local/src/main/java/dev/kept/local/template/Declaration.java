package dev.kept.local.template;

import java.util.List;
import java.util.Map;

/**
 * A resource as written.
 *
 * @param type such as {@code AWS::DynamoDB::Table}
 * @param properties with Globals, unresolved
 * @param dependsOn what it names as needed before it
 */
record Declaration(String type, Map<String, Object> properties, List<String> dependsOn) {}
