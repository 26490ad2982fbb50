package dev.kept.policy;

import java.util.List;

/** A reason that staff may give for refusing or extending, and the article that allows it. */
public record Ground(String code, List<RequestKind> kinds, Text text, String article, List<String> promises) {}
