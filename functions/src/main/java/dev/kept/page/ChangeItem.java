package dev.kept.page;

/** A field that a correction would change. */
public record ChangeItem(String label, String before, String after) {
    @Override
    public String toString() {
        return "ChangeItem[personal]";
    }
}
