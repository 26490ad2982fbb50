package dev.kept.page;

import dev.kept.http.ProblemKind;
import java.util.List;

/**
 * What went wrong, for somebody at a browser.
 *
 * @param fields names of the fields to correct, as the problem gives them
 * @param instance the call's id, to be quoted to us
 */
public record ProblemView(ProblemKind kind, List<String> fields, String instance) {}
