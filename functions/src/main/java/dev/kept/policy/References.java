package dev.kept.policy;

import org.jspecify.annotations.Nullable;

/** Checks that what one part of a policy names, another part declares. */
final class References {
    private final Policy policy;
    private final Findings findings;

    References(Policy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.forms().forEach(this::form);
        policy.consents().forEach((name, consent) -> category("$.consents." + name + ".category", consent.category()));
        policy.categories().forEach(this::recipients);
        policy.recipients().forEach(this::recipient);
        policy.communications()
                .forEach((name, sent) -> consent("$.communications." + name + ".consent", sent.consent()));
        policy.cookies().forEach((name, set) -> consent("$.cookies." + name + ".consent", set.consent()));
        policy.statements().forEach(this::statement);
        policy.systems().forEach(this::system);
        processing();
        new Consistency(policy, findings).check();
    }

    private void form(String name, Form form) {
        var path = "$.forms." + name;
        form.fields().forEach(field -> category(path + ".fields." + field.name() + ".category", field.category()));
        form.observed().forEach(seen -> category(path + ".observed." + seen.name() + ".category", seen.category()));
        form.consents().forEach(box -> consent(path + ".consents", box));
    }

    private void recipients(String name, Category category) {
        for (var recipient : category.recipients()) {
            if (policy.recipient(recipient).isEmpty()) {
                undeclared("$.categories." + name + ".recipients", recipient, "recipients");
            }
        }
    }

    private void recipient(Recipient recipient) {
        var path = "$.recipients." + recipient.id() + ".categories";
        for (var name : recipient.categories()) {
            category(path, name);
            var category = policy.categories().get(name);
            if (category != null && !category.recipients().contains(recipient.id())) {
                findings.add(path, "names " + name + ", which does not name this recipient: make both say the same");
            }
        }
        for (var category : policy.categories().values()) {
            if (category.recipients().contains(recipient.id())
                    && !recipient.categories().contains(category.name())) {
                findings.add(path, "leaves out " + category.name() + ", which names this recipient: add it there");
            }
        }
    }

    private void statement(Statement statement) {
        for (var form : statement.forms()) {
            if (!form.isEmpty() && policy.form(form).isEmpty()) {
                undeclared("$.statements." + statement.id() + ".forms", form, "forms");
            }
        }
    }

    private void system(ConnectedSystemDeclaration system) {
        for (var name : system.categories()) {
            category("$.systems." + system.id(), name);
        }
        system.attributes().forEach(attribute -> attribute(system.id(), attribute));
        if (system instanceof ConnectedSystemDeclaration.Http http) {
            http(http);
        }
        if (system instanceof ConnectedSystemDeclaration.DynamoDb table) {
            if (table.index() != null && table.itemKey().contains(table.key().attribute())) {
                findings.add(
                        "$.systems." + system.id() + ".itemKey",
                        "is missing: an index does not say which attributes name an item, so name the table's own key");
            }
        }
    }

    /** What a sub-processor holds, people are told that it is given. */
    private void http(ConnectedSystemDeclaration.Http system) {
        var path = "$.systems." + system.id();
        if (!system.addressSetting().isEmpty() && system.addressSetting().equals(system.secretSetting())) {
            findings.add(path + ".secretSetting", "is the setting of the address too: give the secret one of its own");
        }
        if (system.recipient().isEmpty()) {
            return;
        }
        var recipient = policy.recipient(system.recipient());
        if (recipient.isEmpty()) {
            undeclared(path + ".recipient", system.recipient(), "recipients");
            return;
        }
        for (var name : system.categories()) {
            if (policy.categories().containsKey(name)
                    && !recipient.get().categories().contains(name)) {
                findings.add(
                        path + ".recipient",
                        "is not given " + name + ", which its system holds: add it to both, or name another");
            }
        }
    }

    private void attribute(String system, ConnectedSystemDeclaration.Attribute attribute) {
        var field = attribute.field();
        if (field != null
                && !field.isEmpty()
                && policy.forms().values().stream()
                        .allMatch(form -> form.field(field).isEmpty())) {
            undeclared("$.systems." + system + ".attributes." + attribute.name() + ".field", field, "forms");
        }
    }

    private void processing() {
        if (policy.role() != Role.CONTROLLER && policy.processing() == null) {
            findings.add("$.processing", "is missing: a processor has to say whom it acts for");
        }
    }

    private void category(String path, String name) {
        if (!name.isEmpty() && !policy.categories().containsKey(name)) {
            undeclared(path, name, "categories");
        }
    }

    private void consent(String path, @Nullable String name) {
        if (name != null && !name.isEmpty() && policy.consent(name).isEmpty()) {
            undeclared(path, name, "consents");
        }
    }

    private void undeclared(String path, String name, String where) {
        findings.add(
                path,
                "names “" + name + "”, which is not declared: declare it under $." + where
                        + ", or correct its spelling");
    }
}
