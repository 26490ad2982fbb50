package dev.kept.page;

/** A ground for refusing or a reason for extending. */
public record GroundItem(String code, String text, String article) {}
