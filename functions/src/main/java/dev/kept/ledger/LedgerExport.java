package dev.kept.ledger;

import dev.kept.http.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages of an exported ledger put together and walked from the first entry on. */
final class LedgerExport {
    private final String chain;
    private final Map<Long, Link> links = new TreeMap<>();
    private final Map<String, Link> byId = new HashMap<>();
    private final Optional<ChainBreak> broken;
    private final Position end;

    /**
     * Reads and walks.
     *
     * @param pages as {@link ListLedger} gave them, in any order; they may overlap
     * @throws NotGenuine when they are nothing of the sort, or contradict one another
     */
    LedgerExport(List<Map<String, Object>> pages) {
        chain = chainOf(pages);
        pages.forEach(page -> Json.list(page, "entries").forEach(this::add));
        var walk = new Chain(Position.start(chain), Optional.empty());
        links.values().forEach(walk::follow);
        broken = walk.broken();
        end = walk.at();
        links.values().stream()
                .filter(link -> link.position().seq() <= end.seq())
                .forEach(link -> byId.putIfAbsent(String.valueOf(link.tree().get("id")), link));
    }

    String chain() {
        return chain;
    }

    /** The last entry that follows. */
    Position end() {
        return end;
    }

    Optional<ChainBreak> broken() {
        return broken;
    }

    /** True when this place is one that the walk passed. */
    boolean passes(Position place) {
        if (place.seq() == 0) {
            return place.equals(Position.start(chain));
        }
        var link = links.get(place.seq());
        return place.seq() <= end.seq() && link != null && link.position().equals(place);
    }

    /** The members of the entry of that id, among those that follow. */
    Optional<Map<String, Object>> entry(String id) {
        return Optional.ofNullable(byId.get(id)).map(Link::tree);
    }

    @SuppressWarnings("unchecked")
    private void add(Object entry) {
        if (!(entry instanceof Map<?, ?> tree)) {
            throw new NotGenuine("holds an entry that is not an object");
        }
        var link = Link.of((Map<String, Object>) tree);
        var other = links.putIfAbsent(link.position().seq(), link);
        if (other != null && !other.equals(link)) {
            throw new NotGenuine(
                    "holds two different entries " + link.position().seq());
        }
    }

    private static String chainOf(List<Map<String, Object>> pages) {
        var chains = pages.stream().map(page -> page.get("chain")).distinct().toList();
        if (chains.size() == 1 && chains.get(0) instanceof String name) {
            return name;
        }
        throw new NotGenuine("does not name one chain");
    }
}
