package dev.kept.local.states;

/** No state machine of that name has been added. */
public final class StateMachineDoesNotExist extends CallRefused {
    StateMachineDoesNotExist(String stateMachineArn) {
        super("State Machine Does Not Exist: '" + stateMachineArn + "'");
    }
}
