package dev.kept.policy;

import java.util.List;
import java.util.Set;

/** A reason that staff may give for refusing or extending, and the article that allows it. */
public record Ground(String code, Set<RequestKind> kinds, Text text, String article, List<String> promises) {}
