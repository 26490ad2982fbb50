package dev.kept.intake;

import java.util.List;

/**
 * What a form has brought in.
 *
 * @param form the form's name
 * @param fields the names of the fields that were filled in
 */
record Collected(String form, List<String> fields) {}
