package dev.kept.fault;

/**
 * A fault, and the check that catches it.
 *
 * @param what in words, as docs/localstack.md lists it
 * @param said what the check has to say, so that it fails for this fault and no other
 */
record Fault(String what, Edit edit, Check check, String said) {}
