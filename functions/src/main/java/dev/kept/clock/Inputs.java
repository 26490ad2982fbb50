package dev.kept.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a deadline is computed from, and nothing that it is not: what an auditor needs to compute it again. */
record Inputs(Receipt receipt, List<RuleSet> ruleSets, Terms terms, List<ClockEvent> events) {
    Inputs {
        ruleSets = List.copyOf(ruleSets);
        events = List.copyOf(events);
    }

    Inputs with(List<ClockEvent> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new Inputs(receipt, ruleSets, terms, all);
    }

    Inputs until(Instant moment) {
        return new Inputs(
                receipt,
                ruleSets,
                terms,
                events.stream().filter(event -> !event.at().isAfter(moment)).toList());
    }

    List<Course> courses() {
        return ruleSets.stream()
                .map(rules -> new Course(Reckoning.of(receipt, rules, terms), terms.lateQuestionsCount(), events))
                .toList();
    }

    /** The receipt is left out: an explanation shows it at its top. */
    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("ruleSets", ruleSets.stream().map(RuleSet::id).toList());
        if (terms.promise() != null) {
            map.put("promise", terms.promise().toString());
        }
        map.put("calendar", terms.calendar().id());
        map.put("lateQuestionsCount", terms.lateQuestionsCount());
        map.put("events", events.stream().map(ClockEvent::toMap).toList());
        return map;
    }

    static Inputs of(Map<?, ?> explanation, RuleSets law) {
        var top = new Tree("explanation", explanation);
        var tree = top.object("inputs");
        var receipt = new Receipt(Instant.parse(top.text("receivedAt")), ZoneId.of(top.text("zone")));
        var ruleSets = tree.texts("ruleSets").stream().map(law::withId).toList();
        var terms = new Terms(
                ruleSets.stream().map(RuleSet::regime).toList(),
                tree.has("promise") ? Span.named(tree.text("promise")) : null,
                HolidayCalendar.named(tree.text("calendar")),
                tree.flag("lateQuestionsCount"));
        var events = tree.list("events").stream()
                .map(event -> ClockEvent.of(
                        Tree.of("explanation.inputs.events", event).map()))
                .toList();
        return new Inputs(receipt, ruleSets, terms, events);
    }
}
