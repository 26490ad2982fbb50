package dev.kept.mail;

import dev.kept.page.RemediesItem;
import java.time.LocalDate;

/** The mail that admits that a request could not be carried out so far. */
public record FailedMail(String reference, String kind, LocalDate answerBy, RemediesItem remedies) {}
