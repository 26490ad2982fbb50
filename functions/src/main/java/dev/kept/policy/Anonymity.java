package dev.kept.policy;

import java.util.List;

/** Checks that what a policy calls anonymous is: counted by traits that every place has and that point at nobody. */
final class Anonymity {
    private final Policy policy;
    private final Findings findings;

    Anonymity(Policy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.categories().values().forEach(this::category);
    }

    private void category(Category category) {
        var anonymisation = category.anonymisation();
        var path = "$.categories." + category.name() + ".anonymise";
        if (anonymisation == null || findings.blames(path)) {
            return;
        }
        if (category.keyClass() == KeyClass.LEGAL || category.retention().archive() != null) {
            findings.add(path, "stands beside a law that keeps the records themselves: leave out one of the two");
        }
        if (policy.promotionalCategories().contains(category.name())) {
            findings.add(
                    path, "stands for messages that can be objected to: of these a suppression is all that is kept");
        }
        if (anonymisation.groups() > Anonymisation.MOST_GROUPS) {
            findings.add(
                    path + ".by",
                    "makes " + anonymisation.groups() + " groups, and few people are singled out in many: "
                            + Anonymisation.MOST_GROUPS + " at most");
        }
        anonymisation.by().forEach(trait -> trait(category, path + ".by." + trait.name(), trait));
        policy.systems().stream()
                .filter(system -> system.categories().contains(category.name()))
                .filter(system -> system instanceof ConnectedSystemDeclaration.S3
                        || system instanceof ConnectedSystemDeclaration.Hand)
                .forEach(system -> findings.add(
                        path, "cannot be counted in " + system.id() + ", whose records have no fields: leave it out"));
    }

    private void trait(Category category, String path, Anonymisation.Trait trait) {
        if (trait.values().contains(Anonymisation.OTHER)) {
            findings.add(
                    path + ".values", "has the value other, which is what all that are not named count as: remove it");
        }
        var fields = fields(category, trait.name());
        var attributes = policy.systems().stream()
                .flatMap(system -> system.attributes().stream())
                .filter(attribute -> attribute.category().equals(category.name())
                        && attribute.name().equals(trait.name()))
                .toList();
        if (fields.isEmpty() && attributes.isEmpty()) {
            findings.add(path, "is neither a field nor an attribute of this category: correct its spelling");
        }
        if (fields.stream().anyMatch(field -> field.identifier() != null) || findsPeople(trait.name())) {
            findings.add(path, "finds people: take what many of them have in common");
        }
        if (attributes.stream().anyMatch(ConnectedSystemDeclaration.Attribute::thirdParty)) {
            findings.add(path, "is about somebody else: take what says something of the person");
        }
        for (var field : fields) {
            var choices = field.choices().stream().map(Choice::value).toList();
            if (!choices.isEmpty() && !choices.containsAll(trait.values())) {
                findings.add(
                        path + ".values", "has a value that is no choice of the field: " + String.join(", ", choices));
            }
        }
    }

    private List<Field> fields(Category category, String name) {
        return policy.forms().values().stream()
                .flatMap(form -> form.field(name).stream())
                .filter(field -> field.category().equals(category.name()))
                .toList();
    }

    private boolean findsPeople(String attribute) {
        return policy.systems().stream()
                .anyMatch(system -> system instanceof ConnectedSystemDeclaration.DynamoDb table
                        && (table.key().attribute().equals(attribute)
                                || table.itemKey().contains(attribute)));
    }
}
