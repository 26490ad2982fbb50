package dev.kept.page;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The readable page of a package that a person takes along.
 *
 * @param given how many items of each category are in it
 * @param left the categories that were left out, each with the reason
 * @param silent the systems that did not answer
 */
public record PortablePackageView(
        String reference,
        ZonedDateTime received,
        ZonedDateTime answered,
        ControllerItem controller,
        Map<String, Integer> given,
        List<RedactionItem> left,
        List<String> silent,
        List<FileItem> files) {
    @Override
    public String toString() {
        return "PortablePackageView[" + reference + "]";
    }
}
