package dev.kept.page;

/** A file of the archive, what is in it, and its hash. */
public record FileItem(String name, String about, String sha256) {}
