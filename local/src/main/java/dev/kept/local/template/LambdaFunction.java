package dev.kept.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function as deployed.
 *
 * @param id the logical id, such as {@code SubmitRequestFunction}
 * @param arn the function's own, without alias
 * @param handler the handler's class
 * @param environment its settings, resolved
 * @param statements what it is allowed to do
 * @param timeout after which a call counts as failed
 * @param memory in MB
 * @param routes the HTTP calls that it answers
 * @param rules the schedules that call it
 * @param deadLetterQueue the ARN of where events go that failed for good
 * @param logGroup where its log goes
 * @param alias the published one
 */
public record LambdaFunction(
        String id,
        String arn,
        String handler,
        Map<String, String> environment,
        List<Statement> statements,
        Duration timeout,
        int memory,
        List<Route> routes,
        List<Rule> rules,
        Optional<String> deadLetterQueue,
        Optional<String> logGroup,
        Optional<String> alias) {

    /**
     * One HTTP call.
     *
     * @param method in capitals, {@code ANY} for all
     * @param path such as {@code /requests/{requestId}}
     * @param authorizer the name of the authorizer, empty for a public call
     */
    public record Route(String method, String path, Optional<String> authorizer) {}

    /**
     * A schedule.
     *
     * @param name as the template has it
     * @param schedule when
     * @param input what the function is handed, as JSON; empty for EventBridge's own event
     */
    public record Rule(String name, Schedule schedule, Optional<String> input) {}
}
