package dev.kept.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page as a tree, to ask questions of; a page that is not well-formed does not get this far. */
public final class Markup {
    private static final String BARE = " (required|checked|selected|open(?=>))(?=[ />])";

    private final List<Element> elements = new ArrayList<>();

    public Markup(String html) {
        var all = parse(html).getElementsByTagName("*");
        for (var index = 0; index < all.getLength(); index++) {
            elements.add((Element) all.item(index));
        }
    }

    public List<Element> all(String... names) {
        var wanted = List.of(names);
        return elements.stream()
                .filter(element -> wanted.contains(element.getTagName()))
                .toList();
    }

    public List<Element> where(Predicate<Element> condition) {
        return elements.stream().filter(condition).toList();
    }

    public List<String> ids() {
        return elements.stream()
                .filter(element -> element.hasAttribute("id"))
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    private static Document parse(String html) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            // browsers read a bare attribute as present; XML wants a value
            return builder.parse(new InputSource(new StringReader(html.replaceAll(BARE, " $1=\"\""))));
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new AssertionError("not well-formed: " + malformed.getMessage() + "\n" + html, malformed);
        }
    }
}
