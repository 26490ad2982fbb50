package dev.kept.policy;

import java.time.Period;
import java.util.List;

/**
 * How people learn that the policy or the owner changes.
 *
 * @param before how long before the change takes effect, at the least
 */
public record ChangeNotice(ChangeKind kind, List<Channel> channels, Period before, Text text, List<String> promises) {}
