package dev.kept.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * Renders a template to text, escaping every value. Calls the classes that the templates were compiled to, and not
 * jte's engine, which would look them up by reflection: faster to start, and a wrong view does not compile.
 */
public final class Html {
    private static final int USUAL_LENGTH = 16_000;

    private Html() {}

    public static String of(Consumer<HtmlTemplateOutput> template) {
        var text = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
