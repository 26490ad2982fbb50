package dev.kept.local.time;

/** Something that is to happen, and that can still be called off. */
public interface Entry {
    /** Calls it off; without effect once it runs or has run. */
    void cancel();
}
