package dev.kept.clock;

/** Why an answer needs longer than the first period: complexity and number of requests (GDPR art. 12(3)). */
public enum ExtensionReason {
    VOLUME_OF_DATA,
    MANY_SYSTEMS,
    REDACTION_THIRD_PARTIES,
    SEVERAL_REQUESTS_SAME_PERSON,
    RETRIEVAL_FROM_ARCHIVE,
    EXTRAORDINARY_INFLUX
}
