package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;

/** Kinds of resource that watch or guard the deployed system and have no part in what it does on one machine. */
final class Silent {
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("AWS::CloudWatch::Alarm", "cloudwatch"),
            Map.entry("AWS::Logs::LogGroup", "logs"),
            Map.entry("AWS::Logs::MetricFilter", "logs"),
            Map.entry("AWS::S3::BucketPolicy", "s3"),
            Map.entry("AWS::SQS::QueuePolicy", "sqs"),
            Map.entry("AWS::SNS::Topic", "sns"),
            Map.entry("AWS::SNS::TopicPolicy", "sns"),
            Map.entry("AWS::SNS::Subscription", "sns"),
            Map.entry("AWS::Lambda::Permission", "lambda"),
            Map.entry("AWS::IAM::Role", "iam"),
            Map.entry("AWS::ApiGateway::UsagePlan", "apigateway"));

    private Silent() {}

    static Optional<String> service(String type) {
        return Optional.ofNullable(SERVICES.get(type));
    }
}
