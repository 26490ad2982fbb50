package dev.kept.local.states;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The workflows that can be started. */
public final class StateMachines {
    private final Map<String, StateMachine> machines = new ConcurrentSkipListMap<>();

    /** Loads a workflow, or throws {@link InvalidDefinition} with every fault in it; running executions keep the old. */
    public StateMachine add(String name, String arn, String definitionJson, Map<String, String> substitutions) {
        var machine = new StateMachine(name, arn, Definition.load(name, definitionJson, substitutions));
        machines.put(arn, machine);
        return machine;
    }

    public StateMachine find(String arn) {
        var machine = machines.get(arn);
        if (machine == null) {
            throw new StateMachineDoesNotExist(arn);
        }
        return machine;
    }

    public List<StateMachine> all() {
        return List.copyOf(machines.values());
    }
}
