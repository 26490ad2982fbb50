package dev.kept.retention;

import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A copy in which each row says by itself what becomes of it. */
final class ScannedCopy implements Copy {
    private final RestoredTable table;
    private final RowRule rule;

    ScannedCopy(RestoredTable table, RowRule rule) {
        this.table = table;
        this.rule = rule;
    }

    @Override
    public Counted erase(Owed owed, int part) {
        return goOver(owed, part, true);
    }

    @Override
    public Counted left(Owed owed, int part) {
        return goOver(owed, part, false);
    }

    private Counted goOver(Owed owed, int part, boolean change) {
        var counted = new int[2];
        table.pages(part, page -> {
            var gone = new ArrayList<Map<String, AttributeValue>>();
            var left = new ArrayList<Map<String, AttributeValue>>();
            for (var row : page) {
                rule.left(owed, row)
                        .ifPresentOrElse(
                                rest -> {
                                    if (!rest.equals(row)) {
                                        left.add(rest);
                                    }
                                },
                                () -> gone.add(row));
            }
            counted[0] += page.size();
            counted[1] += gone.size() + left.size();
            if (change) {
                table.change(gone, left);
            }
        });
        return new Counted(counted[0], counted[1]);
    }
}
