package dev.kept.local.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a long list that one Step Functions call answers, with the token that asks for the next. */
final class Page {
    private static final int LARGEST = 1_000;
    private static final int USUAL = 100;

    private Page() {}

    static Map<String, Object> of(Call call, String name, List<Map<String, Object>> all) {
        int asked = call.has("maxResults") ? call.number("maxResults", 0, LARGEST) : 0;
        int from = offset(call.text("nextToken", "0"), all.size());
        int to = Math.min(all.size(), from + (asked == 0 ? USUAL : asked));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(name, all.subList(from, to));
        if (to < all.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return page;
    }

    private static int offset(String token, int most) {
        if (token.matches("[0-9]{1,9}") && Integer.parseInt(token) <= most) {
            return Integer.parseInt(token);
        }
        throw new AwsFault("InvalidToken", "nextToken is not one that was given out.");
    }
}
