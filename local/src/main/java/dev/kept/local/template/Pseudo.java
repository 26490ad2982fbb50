package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;

/** CloudFormation's pseudo parameters, as they are on one machine. */
final class Pseudo {
    static final String REGION = "eu-west-3";
    static final String ACCOUNT = "000000000000";
    static final String STACK = "kept";

    private static final Map<String, String> VALUES = Map.of(
            "AWS::Region",
            REGION,
            "AWS::AccountId",
            ACCOUNT,
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::StackName",
            STACK,
            "AWS::StackId",
            "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/" + STACK + "/local");

    private Pseudo() {}

    static Optional<String> find(String name) {
        return Optional.ofNullable(VALUES.get(name));
    }
}
