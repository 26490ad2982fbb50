package dev.kept.policy;

/**
 * The prefix under which a bucket keeps one person's objects, with a gap for the identifier.
 *
 * @param before what stands before the gap
 * @param after what stands after it; ends in a slash, so that one person's prefix never begins another's
 */
public record PrefixTemplate(String before, IdentifierType identifier, IdentifierForm form, String after) {
    /** The prefix of the person with this normalised identifier. */
    public String of(String normalised) {
        return before + form.write(normalised) + after;
    }
}
