package dev.kept.page;

/** A title and what there is to say under it. */
public record TextItem(String title, String text) {}
