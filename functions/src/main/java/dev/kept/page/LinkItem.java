package dev.kept.page;

/** A link to a page, such as one of the forms. */
public record LinkItem(String title, String address) {}
