package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A place where people look and act. What it holds is unknown until somebody has looked, so each of its categories is seen
 * with no record at all, which says: asked by hand.
 */
final class HandSystem implements ConnectedSystem {
    private final Hand declared;
    private final Supplier<? extends HandWork> work;

    /**
     * @param work asked only when somebody has to act: who plans does without
     */
    HandSystem(Hand declared, Supplier<? extends HandWork> work) {
        this.declared = declared;
        this.work = work;
    }

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public Map<String, Integer> count(Subject subject) {
        var unknown = new TreeMap<String, Integer>();
        declared.categories().forEach(category -> unknown.put(category, 0));
        return unknown;
    }

    @Override
    public void look(Subject subject, Sightings seen) {
        declared.categories().forEach(category -> seen.saw(category, 0, Optional.empty()));
    }

    /** What was found is handed over in the words of who has found it. */
    @Override
    public void gather(Subject subject, Collector collector) {
        var done = ask(HandWork.Deed.GATHER, subject, declared.categories(), List.of());
        done.counts()
                .forEach((category, count) -> collector.row(new Row(
                        category,
                        Map.of(),
                        done.note().isEmpty() ? Map.of() : Map.of("note", done.note()),
                        List.of())));
    }

    @Override
    public Erased erase(Subject subject, Selection going, int atMost) {
        var categories = declared.categories().stream()
                .filter(category -> going.includes(category, Optional.empty()))
                .toList();
        return categories.isEmpty()
                ? new Erased(Map.of(), false)
                : new Erased(
                        ask(HandWork.Deed.ERASE, subject, categories, List.of()).counts(), false);
    }

    /** The new values stand in the request: the task names the fields only. */
    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        var names = fields.keySet().stream().sorted().toList();
        return new Corrected(
                ask(HandWork.Deed.CORRECT, subject, declared.categories(), names)
                        .counts(),
                false);
    }

    private HandWork.Done ask(HandWork.Deed deed, Subject subject, List<String> categories, List<String> fields) {
        var requestId = subject.requestId()
                .orElseThrow(() -> new SystemUnavailable(id(), "people act by hand for a request only"));
        return work.get().ask(declared, deed, requestId, categories, fields);
    }
}
