package dev.kept.local.states;

/** Where faults can be put in: asked before and after each call that a workflow makes to a function. */
public interface Interference {
    /** Nothing is interfered with. */
    Interference NONE = new Interference() {};

    /** How often the function is called, once unless it is to happen twice; what this throws fails the call unmade. */
    default int before(FunctionCall call) throws FunctionFailed {
        return 1;
    }

    /** Whether the answer arrives; what this throws comes in its place, after the function did its work. */
    default boolean after(FunctionCall call) throws FunctionFailed {
        return true;
    }
}
