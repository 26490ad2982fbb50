package dev.kept.local.gateway;

/** Answers calls under one path that is not part of the API. */
@FunctionalInterface
public interface HttpHandling {
    HttpAnswer answer(HttpCall call);
}
