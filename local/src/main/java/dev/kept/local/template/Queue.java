package dev.kept.local.template;

/**
 * An SQS queue.
 *
 * @param id the logical id
 * @param name its name
 * @param arn its ARN
 * @param address what the functions would be told
 */
public record Queue(String id, String name, String arn, String address) {}
