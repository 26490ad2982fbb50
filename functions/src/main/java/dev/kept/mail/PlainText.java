package dev.kept.mail;

/** Sets a letter as plain text: lines of a readable length, every link alone on its line. */
final class PlainText {
    private static final int WIDTH = 72;

    private PlainText() {}

    static String of(Letter letter) {
        var text = new StringBuilder();
        for (var block : letter.blocks()) {
            if (block instanceof Letter.Paragraph paragraph) {
                wrap(text, paragraph.text(), "", "");
            } else if (block instanceof Letter.Small small) {
                wrap(text, small.text(), "", "");
            } else if (block instanceof Letter.Button button) {
                wrap(text, button.label(), "", "");
                text.append(button.address()).append('\n');
            } else if (block instanceof Letter.Points points) {
                points.points().forEach(point -> wrap(text, point, "- ", "  "));
            } else if (block instanceof Letter.Facts facts) {
                facts.facts().forEach(fact -> wrap(text, fact.label() + " – " + fact.value(), "  ", "    "));
            }
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static void wrap(StringBuilder text, String paragraph, String first, String next) {
        for (var line : paragraph.split("\n", -1)) {
            var column = first.length();
            text.append(first);
            var begun = false;
            for (var word : line.split(" ", -1)) {
                if (begun && column + 1 + word.length() > WIDTH) {
                    text.append('\n').append(next);
                    column = next.length();
                } else if (begun) {
                    text.append(' ');
                    column++;
                }
                text.append(word);
                column += word.length();
                begun = true;
            }
            text.append('\n');
        }
    }
}
