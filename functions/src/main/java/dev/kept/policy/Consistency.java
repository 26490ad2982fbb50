package dev.kept.policy;

import dev.kept.clock.ClosingTerms;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * Checks that the parts of a policy do not contradict each other or leave out what the law asks for; parts that are
 * already known to be wrong are left alone.
 */
final class Consistency {
    private static final Set<String> EUROPEAN_ECONOMIC_AREA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    /** The category of what is kept of the requests themselves, whatever else a policy is about. */
    static final String REQUESTS = "requests";

    private static final LocalDate LONGEST = LocalDate.EPOCH.plusMonths(11);

    private final Policy policy;
    private final Findings findings;

    Consistency(Policy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.forms().values().forEach(this::findsPeopleAgain);
        policy.categories().values().forEach(this::keepsForAReason);
        new Anonymity(policy, findings).check();
        policy.recipients().forEach(this::protectsTransfers);
        policy.systems().forEach(this::givesTime);
        givesTimeToFetch();
        endsInTime();
        if (!findings.blames("$.systems")
                && policy.systems().stream().noneMatch(ConnectedSystemDeclaration.Kept.class::isInstance)) {
            findings.add("$.systems", "lacks the one of kind kept, which holds what the forms collect");
        }
        if (!findings.blames("$.categories") && !policy.categories().containsKey(REQUESTS)) {
            findings.add("$.categories", "lacks " + REQUESTS + ": what Kept keeps of a person's requests is hers, too");
        }
    }

    /** Between the end of an account and its purge the export is offered and the person is told again. */
    private void givesTimeToFetch() {
        if (findings.blames("$.deadlines")) {
            return;
        }
        if (isLonger(ClosingTerms.SHORTEST_PURGE, policy.deadlines().purge())) {
            findings.add(
                    "$.deadlines.purge",
                    "leaves no time to offer an export and to tell the person again: give six days at least");
        }
    }

    /** A workflow runs for a year at most, and has to end an account within it. */
    private void endsInTime() {
        if (findings.blames("$.deadlines")) {
            return;
        }
        var deadlines = policy.deadlines();
        var end = LocalDate.EPOCH.plus(deadlines.ahead());
        var retrieval = deadlines.retrieval();
        var last = end.plus(deadlines.purge());
        var fetched = retrieval == null ? last : end.plus(retrieval);
        if (last.isAfter(LONGEST) || fetched.isAfter(LONGEST)) {
            findings.add(
                    "$.deadlines.ahead",
                    "is too far ahead: the end of an account and its purge have to lie within eleven months");
        }
    }

    private void findsPeopleAgain(Form form) {
        if (!findings.blames("$.forms." + form.name() + ".fields")
                && form.fields().stream().allMatch(field -> field.identifier() == null)) {
            findings.add(
                    "$.forms." + form.name() + ".fields",
                    "needs a field with an identifier: without one, nobody could be found again");
        }
    }

    private void keepsForAReason(Category category) {
        var retention = category.retention();
        var path = "$.categories." + category.name() + ".retention";
        if (findings.blames(path)) {
            return;
        }
        if (category.keyClass() == KeyClass.LEGAL && retention.law() == null && retention.archive() == null) {
            findings.add(path, "needs the law: only what a law keeps is held under the key class legal");
        }
        if (retention.event() == StartEvent.ACCOUNT_CLOSED
                && retention.law() == null
                && !findings.blames("$.deadlines")
                && isLonger(retention.period(), policy.deadlines().purge())) {
            findings.add(path + ".period", "is longer than deadlines.purge: shorten it, or name the law that needs it");
        }
    }

    /** Who has to act by hand has a day at least, and acts before the purge that is promised. */
    private void givesTime(ConnectedSystemDeclaration system) {
        var path = "$.systems." + system.id() + ".within";
        if (!(system instanceof ConnectedSystemDeclaration.Hand hand) || findings.blames(path)) {
            return;
        }
        if (hand.within().isZero()) {
            findings.add(path, "is no time at all: give a day at least");
        }
        if (!findings.blames("$.deadlines")
                && isLonger(hand.within(), policy.deadlines().purge())) {
            findings.add(path, "is longer than deadlines.purge: shorten it, or what is promised is not kept");
        }
    }

    private static boolean isLonger(Period one, Period other) {
        return LocalDate.EPOCH.plus(one).isAfter(LocalDate.EPOCH.plus(other));
    }

    private void protectsTransfers(Recipient recipient) {
        if (policy.regime().startsWith("EU")
                && recipient.safeguard() == null
                && !findings.blames("$.recipients." + recipient.id())
                && !EUROPEAN_ECONOMIC_AREA.containsAll(recipient.countries())) {
            findings.add(
                    "$.recipients." + recipient.id() + ".safeguard",
                    "is missing: data leave the European Economic Area, say what protects them (GDPR art. 46)");
        }
    }
}
