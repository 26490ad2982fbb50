package dev.kept.local.control;

/** What the pages under {@code /_local} share. */
final class Html {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 20%,transparent)}
            body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.1rem;margin:0}
            nav a{margin-right:1rem}
            form{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0}
            button,input{font:inherit;padding:.45rem .8rem;border:1px solid var(--line);border-radius:.4rem;\
            background:none;color:inherit}
            button{cursor:pointer}
            article{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;font:inherit;margin:.75rem 0 0}
            small,.quiet{opacity:.75}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;\
            border-bottom:1px solid var(--line);vertical-align:top}
            """;

    private Html() {}

    static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>" + title + " · Kept, locally</title><style>"
                + STYLE + "</style></head><body><nav><a href=\"/\">Privacy centre</a><a href=\"/staff\">Console</a>"
                + "<a href=\"/_local/mailbox\">Mailbox</a><a href=\"/_local/executions\">Executions</a>"
                + "<a href=\"/_local/\">This run</a></nav><main><h1>" + title + "</h1>" + body
                + "</main></body></html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
