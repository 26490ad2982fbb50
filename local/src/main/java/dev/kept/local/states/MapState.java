package dev.kept.local.states;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does the same with each item, so many at a time; its result is the array of the outputs in the items' order. */
record MapState(
        String name,
        @Nullable Template items,
        @Nullable Template selector,
        @Nullable Template maxConcurrency,
        Flow processor,
        Recovery recovery,
        Way way)
        implements State, Fork.Plan {
    /** An inline Map runs no more iterations at once, whatever it says. */
    private static final int MOST_AT_ONCE = 40;

    static MapState read(String name, Fields fields, String path, FlowReader flows) {
        var templates = new TemplateReader(path, fields.faults(), Visible.NOTHING_MORE);
        return new MapState(
                name,
                items(fields, templates),
                fields.has("ItemSelector") ? templates.read(fields.value("ItemSelector"), "ItemSelector") : null,
                maxConcurrency(fields, templates),
                processor(fields, flows),
                Recovery.read(fields, path),
                Way.read(fields, path, "", Visible.RESULT, Way.Leads.ON_OR_END));
    }

    private static @Nullable Template items(Fields fields, TemplateReader templates) {
        if (!fields.has("Items")) {
            return null;
        }
        var items = templates.read(fields.value("Items"), "Items");
        if (!(items instanceof Template.Computed) && !(items instanceof Template.OfArray)) {
            fields.fault("Items", "must be an array or a {% %} expression.");
        }
        return items;
    }

    private static @Nullable Template maxConcurrency(Fields fields, TemplateReader templates) {
        if (fields.value("MaxConcurrency") instanceof String text) {
            return TaskState.computed(fields, "MaxConcurrency", text, templates);
        }
        var number = fields.whole("MaxConcurrency", 0, Integer.MAX_VALUE);
        return number == null ? null : new Template.Literal(number);
    }

    private static Flow processor(Fields fields, FlowReader flows) {
        var processor = fields.object("ItemProcessor");
        if (processor == null) {
            return new Flow("", Map.of());
        }
        var config = processor.has("ProcessorConfig") ? processor.object("ProcessorConfig") : null;
        if (config != null) {
            if (!"INLINE".equals(config.value("Mode"))) {
                config.fault("Mode", "must be INLINE; a distributed Map is not supported here.");
            }
            config.refuseOthers("a ProcessorConfig");
        }
        return flows.inner(processor, "an ItemProcessor");
    }

    @Override
    public String type() {
        return "Map";
    }

    @Override
    public void run(Walk walk) {
        var scope = walk.scope(Map.of());
        var list = items == null ? inputAsItems(walk) : items.array(scope, "Items");
        int atOnce = maxConcurrency == null ? 0 : maxConcurrency.whole(scope, "MaxConcurrency", 0, Integer.MAX_VALUE);
        walk.record("MapStateStarted", Map.of("length", list.size()));
        walk.fork(new Fork(walk, this, list.size(), atOnce == 0 ? MOST_AT_ONCE : Math.min(atOnce, MOST_AT_ONCE), list));
    }

    private static List<?> inputAsItems(Walk walk) {
        if (walk.input() instanceof List<?> list) {
            return list;
        }
        throw StateFailed.query("The state input must be an array, as the field 'Items' is missing.", "Items");
    }

    @Override
    public Flow flow(int index) {
        return processor;
    }

    @Override
    public boolean iterates() {
        return true;
    }

    @Override
    public Item item(Fork fork, int index) {
        var list = fork.input() instanceof List<?> items ? items : List.of();
        return new Item(index, list.get(index));
    }

    @Override
    public @Nullable Object inputOf(Fork fork, int index) {
        var item = item(fork, index);
        return selector == null ? item.value() : selector.evaluate(fork.parent().scopeOf(item, Map.of()));
    }

    @Override
    public List<Way> ways() {
        return recovery.waysWith(way);
    }

    @Override
    public List<Flow> flows() {
        return List.of(processor);
    }
}
