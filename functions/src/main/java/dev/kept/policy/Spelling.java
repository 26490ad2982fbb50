package dev.kept.policy;

import java.util.regex.Pattern;

/** How the short strings of a policy file are spelled, and how that is said to whoever wrote one wrongly. */
enum Spelling {
    NAME("[a-z][a-z0-9]*(-[a-z0-9]+)*", "lower-case words joined by hyphens, such as support-message"),
    FIELD("[a-z][A-Za-z0-9]*", "a name in camel case, such as postalCode"),
    FORM(
            "register|order|trial|support|contact|referral|testimonial|newsletter|event|comment|cancellation",
            "one of the forms register, order, trial, support, contact, referral, testimonial, newsletter, event,"
                    + " comment, cancellation"),
    CODE("[A-Z][A-Z0-9_]*", "capitals, digits and underscores, such as LEGAL_CLAIMS"),
    PROMISE("[A-Z]+-[0-9]+", "the id of a promise, such as FAVEO-39"),
    EMAIL("[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "an e-mail address"),
    PHONE("\\+[0-9]{6,15}", "a telephone number in international form, such as +33153732222"),
    COUNTRY("[A-Z]{2}", "the two capitals of a country (ISO 3166), such as FR"),
    WEB("https://\\S+", "an address that begins with https://"),
    LANGUAGE("fr|en", "one of the languages that Kept speaks: fr, en"),
    REGIME("EU-FR|EU|UK|US-CA", "one of the regimes EU-FR, EU, UK, US-CA"),
    HOLIDAYS("FR|FR-AM|EW|CA|NONE", "one of the calendars FR, FR-AM, EW, CA, NONE"),
    ATTRIBUTE("[A-Za-z0-9_.-]+", "the name of an attribute or index: letters, digits, underscores, dots, hyphens"),
    PATH("(/[A-Za-z0-9._~-]+)+", "a path such as /requests"),
    PATH_OF_ONE(
            "(/[A-Za-z0-9._~-]+)*/\\{id\\}(/[A-Za-z0-9._~-]+)*",
            "a path with one gap for the request's id, such as /requests/{id}"),
    AUTOCOMPLETE("[a-z0-9-]+( [a-z0-9-]+)*", "tokens of the HTML attribute autocomplete, such as billing country"),
    CHOICE("[a-z0-9]+(-[a-z0-9]+)*", "lower-case words or numbers joined by hyphens, such as 10-49"),
    MEANINGFUL("(?s).*\\S.*", "some words");

    private final Pattern pattern;
    private final String hint;

    Spelling(String pattern, String hint) {
        this.pattern = Pattern.compile(pattern);
        this.hint = hint;
    }

    boolean fits(String written) {
        return pattern.matcher(written).matches();
    }

    String hint() {
        return hint;
    }
}
