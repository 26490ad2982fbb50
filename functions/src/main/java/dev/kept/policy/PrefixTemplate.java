package dev.kept.policy;

/**
 * The prefix under which a bucket keeps one person's objects, with a gap for the identifier.
 *
 * @param before what stands before the gap
 * @param after what stands after it; begins with a slash, so that one person's prefix never begins another's
 */
public record PrefixTemplate(String before, IdentifierType identifier, IdentifierForm form, String after) {
    static final PrefixTemplate NONE = new PrefixTemplate("", IdentifierType.EMAIL, IdentifierForm.SHA256, "/");

    /** Reads a template such as <code>documents/{email:sha256}/</code>. */
    static PrefixTemplate parse(String template) {
        var open = template.indexOf('{');
        var colon = template.indexOf(':');
        var close = template.indexOf('}');
        if (open < 0 || colon < open || close < colon || !template.endsWith("/") || template.charAt(close + 1) != '/') {
            throw new IllegalArgumentException("No gap for an identifier, or no slash after it");
        }
        var identifier = Words.find(IdentifierType.values(), template.substring(open + 1, colon));
        var form = Words.find(IdentifierForm.values(), template.substring(colon + 1, close));
        if (identifier == null || form == null) {
            throw new IllegalArgumentException("A gap that names no identifier or no form of it");
        }
        return new PrefixTemplate(template.substring(0, open), identifier, form, template.substring(close + 1));
    }

    /** The prefix of the person with this normalised identifier. */
    public String of(String normalised) {
        return before + form.write(normalised) + after;
    }
}
