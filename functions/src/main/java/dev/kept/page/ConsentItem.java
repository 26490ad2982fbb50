package dev.kept.page;

/** A box to tick; {@code name} as it is posted, such as {@code consents.newsletter}. */
public record ConsentItem(String name, String label, String purpose) {
    /** The id of the control. */
    public String id() {
        return name.replace('.', '-');
    }
}
