package dev.kept.policy;

import java.util.Map;

/** Reads who promises: the organisation, its part in the processing, its addresses, and who watches over it. */
final class OrganisationReader {
    private OrganisationReader() {}

    static Organisation organisation(Part part) {
        return new Organisation(
                part.string("name", Spelling.MEANINGFUL),
                part.stringOrNone("address", Spelling.MEANINGFUL),
                part.stringOrNone("phone", Spelling.PHONE),
                part.string("website", Spelling.WEB),
                part.string("policyPage", Spelling.WEB),
                part.string("contact", Spelling.EMAIL),
                part.promises());
    }

    static Processing processing(Part part) {
        return new Processing(part.text("scope"), part.text("redirect"), part.promises());
    }

    static Addresses addresses(Part part) {
        return new Addresses(
                part.string("sender", Spelling.EMAIL),
                part.string("senderName", Spelling.MEANINGFUL),
                part.object("staff", OrganisationReader::staff));
    }

    static AutomatedDecisions automatedDecisions(Part part) {
        return new AutomatedDecisions(
                part.flag("made"), part.text("logic"), part.text("consequences"), part.promises());
    }

    static Remedies remedies(Part part) {
        return new Remedies(
                part.string("authority", Spelling.MEANINGFUL),
                part.string("address", Spelling.MEANINGFUL),
                part.string("website", Spelling.WEB),
                part.text("judicial"),
                part.promises());
    }

    private static Map<String, String> staff(Part part) {
        return Map.of("privacy", part.string("privacy", Spelling.EMAIL), "dpo", part.string("dpo", Spelling.EMAIL));
    }
}
