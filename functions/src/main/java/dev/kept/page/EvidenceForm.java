package dev.kept.page;

import java.util.List;

/**
 * What a person has added to her request as evidence, and how much more she may.
 *
 * @param left how many files more; none when it is decided, too
 * @param token what the form proves with that it is she
 */
public record EvidenceForm(List<EvidenceItem> added, int left, String token) {
    @Override
    public String toString() {
        return "EvidenceForm[" + added.size() + "]";
    }
}
