package dev.kept.policy;

import java.util.regex.Pattern;

/**
 * The prefix under which a bucket keeps one person's objects, with a gap for the identifier.
 *
 * @param before what stands before the gap
 * @param after what stands after it; begins with a slash, so that one person's prefix never begins another's
 */
public record PrefixTemplate(String before, IdentifierType identifier, IdentifierForm form, String after) {
    private static final Pattern SHAPE =
            Pattern.compile("(?<before>[^{}:]*)\\{(?<identifier>[^{}:]+):(?<form>[^{}:]+)\\}(?<after>/([^{}:]*/)?)");

    static final PrefixTemplate NONE = new PrefixTemplate("", IdentifierType.EMAIL, IdentifierForm.SHA256, "/");

    /** Reads a template such as <code>documents/{email:sha256}/</code>. */
    static PrefixTemplate parse(String template) {
        var parts = SHAPE.matcher(template);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not one gap for an identifier, or no slash after it");
        }
        var identifier = Words.find(IdentifierType.values(), parts.group("identifier"));
        var form = Words.find(IdentifierForm.values(), parts.group("form"));
        if (identifier == null || form == null) {
            throw new IllegalArgumentException("A gap that names no identifier or no form of it");
        }
        return new PrefixTemplate(parts.group("before"), identifier, form, parts.group("after"));
    }

    /** The prefix of the person with this normalised identifier. */
    public String of(String normalised) {
        return before + form.write(normalised) + after;
    }

    /** The prefix of the person whose object has that key: as {@link #of} gives it; empty where it is nobody's. */
    public String place(String key) {
        if (!key.startsWith(before)) {
            return "";
        }
        var end = key.indexOf(after, before.length());
        return end < 0 ? "" : key.substring(0, end + after.length());
    }
}
