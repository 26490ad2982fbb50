package dev.kept.page;

/** How many there are of something. */
public record CountRow(String title, int count) {}
