package dev.kept.page;

import java.util.List;

/** Records of one kind as a table: the names of the columns and the rows. */
public record TableItem(String title, List<String> columns, List<List<String>> rows) {
    @Override
    public String toString() {
        return "TableItem[personal]";
    }
}
