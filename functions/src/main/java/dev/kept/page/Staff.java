package dev.kept.page;

/** Who is signed in to the console, as its header shows it; {@code role} is the word of the role, such as {@code dpo}. */
public record Staff(String name, String role) {}
