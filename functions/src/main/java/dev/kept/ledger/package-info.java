/** Kept's proof: the hash-chained ledger, its signed checkpoints, the receipts, and how anybody verifies them offline. */
@NullMarked
package dev.kept.ledger;

import org.jspecify.annotations.NullMarked;
