package dev.kept.mail;

import java.time.LocalDate;
import java.util.List;

/** The mail that says that a request was carried out; {@code done} names categories and what became of them. */
public record DoneMail(String reference, String kind, LocalDate received, List<String> done, List<String> kept) {}
