package dev.kept.system;

import static dev.kept.items.Items.find;

import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.IdentifierForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rows of another software's table, or of a copy of it, one by one and whoever's they are. */
public final class ForeignRows {
    private final ConnectedSystemDeclaration.DynamoDb declared;
    private final ForeignTable table;
    private final String tableName;

    ForeignRows(ConnectedSystemDeclaration.DynamoDb declared, ForeignTable table, String tableName) {
        this.declared = declared;
        this.table = table;
        this.tableName = tableName;
    }

    public String tableName() {
        return tableName;
    }

    /** The table's own key. */
    public List<String> key() {
        return declared.itemKey();
    }

    /** Where a row stands, as {@link ConnectedSystem#places} says it; a row without it is nobody's. */
    public Optional<String> place(Map<String, AttributeValue> row) {
        return find(row, declared.key().attribute());
    }

    /** What the person is found by, where the table writes it as it is. */
    public Optional<Identifier> identifier(String place) {
        return declared.key().form() == IdentifierForm.PLAIN
                ? Optional.of(new Identifier(declared.key().identifier(), new Personal(place)))
                : Optional.empty();
    }

    /** What is left of a row when some categories go: nothing where all of it does. */
    public Optional<Map<String, AttributeValue>> without(Map<String, AttributeValue> row, Predicate<String> goes) {
        if (table.categories(row).stream().noneMatch(goes)) {
            return Optional.of(row);
        }
        if (table.categories(row).stream().allMatch(goes)) {
            return Optional.empty();
        }
        var left = new HashMap<>(row);
        left.keySet().removeIf(name -> !table.isOfTheItem(name) && goes.test(table.categoryOf(name)));
        return Optional.of(left);
    }
}
