package dev.kept.local.states;

/** Where a state goes on after an error. */
record Catcher(ErrorNames errors, Way way) {
    static Catcher read(Fields fields, String state, String field, boolean last) {
        var catcher = new Catcher(
                ErrorNames.read(fields, last),
                Way.read(fields, state, field + "/", Visible.ERROR_OUTPUT, Way.Leads.ON));
        fields.value("Comment");
        fields.refuseOthers("a catcher");
        return catcher;
    }
}
