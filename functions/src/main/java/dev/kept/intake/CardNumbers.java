package dev.kept.intake;

import dev.kept.http.Input;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.person.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers: runs of 13 to 19 digits (ISO/IEC 7812-1) that pass the Luhn check, written in one piece
 * or in groups, anywhere in a text. They are refused, never stored (promise FAVEO-11).
 */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    /** The fewest digits that stand together in a card number's groups: telephone numbers go in pairs. */
    private static final int SMALLEST_GROUP = 3;

    private static final Pattern RUN = Pattern.compile("[0-9](?:[ .\\-\\u00a0\\u202f]{0,2}[0-9])+");
    private static final Pattern BETWEEN = Pattern.compile("[^0-9]+");

    private CardNumbers() {}

    /** Refuses a body that holds one anywhere, before anything else in it is looked at. */
    public static void refuse(Input input) {
        var fields = input.everyText().entrySet().stream()
                .filter(field -> in(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!fields.isEmpty()) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.CARD_DATA,
                    "Remove the card number from the fields named here: pay through the payment provider and send "
                            + "only its token and the last four digits. Nothing of this form was stored.",
                    fields));
        }
    }

    static boolean in(String text) {
        return RUN.matcher(NormalForm.of(text))
                .results()
                .anyMatch(run -> holdsCard(List.of(BETWEEN.split(run.group()))));
    }

    /** The run as a whole, and whatever stands in it from one group's beginning to another's end. */
    private static boolean holdsCard(List<String> groups) {
        return isCard(String.join("", groups)) || windows(groups).stream().anyMatch(CardNumbers::isCard);
    }

    private static List<String> windows(List<String> groups) {
        var windows = new ArrayList<String>();
        for (var first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (var last = first;
                    last < groups.size() && groups.get(last).length() >= SMALLEST_GROUP && digits.length() <= LONGEST;
                    last++) {
                windows.add(digits.append(groups.get(last)).toString());
            }
        }
        return windows;
    }

    private static boolean isCard(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && luhn(digits);
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0 && sum > 0;
    }
}
