package dev.kept.ledger;

/**
 * Where the chain breaks.
 *
 * @param seq the number of the first entry that is wrong or missing
 * @param why what is wrong with it, in one sentence
 */
public record ChainBreak(long seq, String why) {}
