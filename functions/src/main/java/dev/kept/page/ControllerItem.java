package dev.kept.page;

/** Who answers for the data, and where to write to. */
public record ControllerItem(String name, String address, String country, String contact) {}
