package dev.kept.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A place in the chain: how many entries there are up to it, and the hash that stands for all of them.
 *
 * @param seq the number of the entry, 0 before the first
 * @param hash {@code SHA-256(0x01 || hash of the place before || canonical entry)}
 */
public record Position(long seq, String hash) {
    private static final byte[] START = {0};
    private static final byte[] LINK = {1};

    /** Before the first entry; its hash is of the chain's name, so that no entry can be carried into another chain. */
    static Position start(String chain) {
        return new Position(0, Hash.of(START, chain.getBytes(StandardCharsets.UTF_8)));
    }

    /** The place that this entry has when it stands right after this one. */
    Position next(String canonicalEntry) {
        var before = HexFormat.of().parseHex(hash);
        return new Position(seq + 1, Hash.of(LINK, before, canonicalEntry.getBytes(StandardCharsets.UTF_8)));
    }
}
