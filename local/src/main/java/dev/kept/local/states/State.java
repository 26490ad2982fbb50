package dev.kept.local.states;

import java.util.List;

/** One state of a definition; what happens when a walk enters it. */
sealed interface State
        permits ChoiceState, FailState, MapState, ParallelState, PassState, SucceedState, TaskState, WaitState {
    String name();

    /** As the definition and the names of events have it. */
    String type();

    /** Runs on entry and again on each retry; ends at once or leaves an entry in the agenda that goes on. */
    void run(Walk walk);

    /** Every way out, those of rules and catchers among them. */
    List<Way> ways();

    default Recovery recovery() {
        return Recovery.NONE;
    }

    /** The definitions inside, of branches or of an item. */
    default List<Flow> flows() {
        return List.of();
    }
}
