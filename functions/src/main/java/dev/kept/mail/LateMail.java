package dev.kept.mail;

import dev.kept.page.RemediesItem;
import java.time.LocalDate;

/** The mail that admits that a date was missed; {@code answerBy} is the date that was missed. */
public record LateMail(String reference, String kind, LocalDate answerBy, RemediesItem remedies) {}
