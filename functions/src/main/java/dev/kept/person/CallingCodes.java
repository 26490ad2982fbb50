package dev.kept.person;

import java.util.Map;

/** How telephone numbers without a prefix are meant: by the country whose law the policy is under (ITU-T E.164). */
final class CallingCodes {
    private static final Map<String, String> BY_REGIME = Map.of("EU-FR", "+33", "UK", "+44", "US-CA", "+1");

    private CallingCodes() {}

    /** The code, empty where numbers have to be given with theirs. */
    static String of(String regime) {
        return BY_REGIME.getOrDefault(regime, "");
    }
}
