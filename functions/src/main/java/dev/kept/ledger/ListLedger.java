package dev.kept.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the ledger in pages; the pages together are the export that {@link VerifyEvidence} verifies. */
public final class ListLedger {
    private static final int PAGE = 200;

    private final Ledger ledger;

    public ListLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One page.
     *
     * @return with {@code next}, the number to list after, where there may be more
     */
    Map<String, Object> list(long after) {
        var links = ledger.entries(after, PAGE);
        var page = page(Ledger.CHAIN, links);
        if (links.size() == PAGE) {
            page.put("next", links.get(PAGE - 1).position().seq());
        }
        return page;
    }

    static Map<String, Object> page(String chain, List<Link> links) {
        var page = new LinkedHashMap<String, Object>();
        page.put("chain", chain);
        page.put("entries", links.stream().map(Link::tree).toList());
        return page;
    }
}
