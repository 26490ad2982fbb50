package dev.kept.retention;

/** A restored copy, as the erasures are carried out on it once more. Done twice it is done once. */
interface Copy {
    /** Erases from one part of the copy what is owed. */
    Counted erase(Owed owed, int part);

    /** Reads one part again, and counts what should not be there. */
    Counted left(Owed owed, int part);

    /**
     * What was done to a part.
     *
     * @param read how many rows were looked at
     * @param rows how many of them were changed, or should have been
     */
    record Counted(int read, int rows) {}
}
