package dev.kept.page;

/** A right that people can use here; {@code kind} is the word of the request, such as {@code access}. */
public record RightItem(String kind, String title, String explanation) {}
