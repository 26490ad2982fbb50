package dev.kept.page;

import java.util.List;

/** What one system holds, as tables. */
public record SystemItem(String name, List<TableItem> tables) {
    @Override
    public String toString() {
        return "SystemItem[" + name + "]";
    }
}
