package dev.kept.person;

/**
 * A text about a person. It shows itself to nobody by accident: reading it takes {@link #reveal()}, which one can
 * search for.
 */
public final class Personal {
    private final String text;

    public Personal(String text) {
        this.text = text;
    }

    /** The text itself; whoever calls this answers for where it goes. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
