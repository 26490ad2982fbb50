package dev.kept.local.states;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a state does about errors: the retriers first, then the catchers, each in the order of the definition. */
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
    static final Recovery NONE = new Recovery(List.of(), List.of());

    static Recovery read(Fields fields, String state) {
        var retriers = new ArrayList<Retrier>();
        if (fields.has("Retry")) {
            var members = fields.objects("Retry");
            for (int i = 0; i < members.size(); i++) {
                retriers.add(Retrier.read(members.get(i), i == members.size() - 1));
            }
        }
        var catchers = new ArrayList<Catcher>();
        if (fields.has("Catch")) {
            var members = fields.objects("Catch");
            for (int i = 0; i < members.size(); i++) {
                catchers.add(Catcher.read(members.get(i), state, "Catch[" + i + "]", i == members.size() - 1));
            }
        }
        return new Recovery(List.copyOf(retriers), List.copyOf(catchers));
    }

    /** The state's own way out and those of its catchers. */
    List<Way> waysWith(Way own) {
        var ways = new ArrayList<Way>();
        ways.add(own);
        catchers.forEach(catcher -> ways.add(catcher.way()));
        return ways;
    }

    /** The first retrier for the error, or -1 where there is none. */
    int retrierFor(StateFailed failed) {
        for (int i = 0; i < retriers.size(); i++) {
            if (retriers.get(i).errors().match(failed)) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Catcher catcherFor(StateFailed failed) {
        return catchers.stream()
                .filter(catcher -> catcher.errors().match(failed))
                .findFirst()
                .orElse(null);
    }
}
