package dev.kept.page;

/** Whether machines decide alone, by what logic and with what consequences (GDPR art. 13(2)(f)). */
public record AutomatedItem(boolean made, String logic, String consequences) {}
