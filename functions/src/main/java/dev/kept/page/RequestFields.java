package dev.kept.page;

import java.util.ArrayList;
import java.util.List;

/** The fields of the request form that are ours and not the policy's, and which of all fields are to be corrected. */
final class RequestFields {
    static final String IDENTIFIER = "identifier.value";
    private static final int IDENTIFIER_LENGTH = 254;

    private RequestFields() {}

    static FieldItem identifier(Frame frame, RequestFormView view) {
        var onlyMail = view.identifiers().equals(List.of("email"));
        return new FieldItem(
                IDENTIFIER,
                onlyMail ? "email" : "text",
                true,
                IDENTIFIER_LENGTH,
                frame.t(onlyMail ? "identifier.email" : "request.identifier"),
                List.of(),
                "email",
                view.faults().contains(IDENTIFIER));
    }

    static List<FieldItem> faults(FieldItem identifier, RequestFormView view) {
        var faults = new ArrayList<FieldItem>();
        faults.add(identifier);
        view.correctable().forEach(group -> faults.addAll(group.fields()));
        faults.removeIf(field -> !field.faulty());
        return List.copyOf(faults);
    }

    static List<String> unknown(FieldItem identifier, RequestFormView view) {
        var shown = faults(identifier, view).stream().map(FieldItem::name).toList();
        return view.faults().stream().filter(name -> !shown.contains(name)).toList();
    }
}
