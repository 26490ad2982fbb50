package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Receipt RECEIPT = new Receipt(Instant.parse("2026-03-05T09:00:00Z"), PARIS);
    private final Deadlines deadlines = new Deadlines(RuleSets.load());
    private final Deadline promised = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", "P30D", "FR"));

    @Test
    void everyStepIsToldWithItsProvision() {
        assertEquals(
                List.of(
                        "+1 month → 2026-04-05 (Reg. 1182/71 art. 3(2)(c))",
                        "promise 30 days → 2026-04-04",
                        "2026-04-05 Sunday, 2026-04-06 Easter Monday → 2026-04-07 (Reg. 1182/71 art. 3(4))"),
                english(promised));
    }

    @Test
    void theStepsAreToldInFrenchToo() {
        assertEquals(
                List.of(
                        "+1 mois → 2026-04-05 (Reg. 1182/71 art. 3(2)(c))",
                        "promesse de 30 jours → 2026-04-04",
                        "2026-04-05 dimanche, 2026-04-06 lundi de Pâques → 2026-04-07 (Reg. 1182/71 art. 3(4))"),
                promised.explanation().steps().stream().map(Step::french).toList());
    }

    @Test
    void theMapHoldsWhatAnAuditorNeeds() {
        var map = promised.explanation().toMap();

        assertEquals("EU-FR-GDPR-12.3/2018-05-25", map.get("ruleSet"));
        assertEquals("2026-03-05T09:00:00Z", map.get("receivedAt"));
        assertEquals("Europe/Paris", map.get("zone"));
        assertEquals("2026-03-05", map.get("localStart"));
        assertEquals("2026-04-04T22:00:00Z", map.get("strictDueExclusive"));
        assertEquals("2026-04-07T22:00:00Z", map.get("outerDueExclusive"));
        assertEquals("FR/2026.1", map.get("calendar"));
        assertEquals("deadline/1.0", map.get("engine"));
        assertTrue(String.valueOf(map.get("tzdb")).matches("20\\d\\d[a-z]+"), () -> "tzdb " + map.get("tzdb"));
        assertEquals(
                Map.of(
                        "ruleSets",
                        List.of("EU-FR-GDPR-12.3/2018-05-25"),
                        "promise",
                        "DAYS_30",
                        "calendar",
                        "FR",
                        "lateQuestionsCount",
                        true,
                        "events",
                        List.of()),
                map.get("inputs"));
    }

    @Test
    void aStoredExplanationIsComputedAgainFromItsJson() throws IOException {
        var asked = Instant.parse("2026-03-06T12:00:00Z");
        var deadline = promised.suspended(asked, asked.plusSeconds(10 * 86_400))
                .with(ClockEvent.extended(ExtensionReason.MANY_SYSTEMS, asked.plusSeconds(11 * 86_400)));
        var stored = JSON.std.mapFrom(JSON.std.asString(deadline.explanation().toMap()));

        var again = deadlines.recompute(stored);

        assertEquals(stored, again.explanation().toMap());
        assertEquals(deadline.strict(), again.strict());
        assertEquals(deadline.events(), again.events());
    }

    @Test
    void aTamperedDateIsFoundOut() {
        var tampered = new HashMap<>(promised.explanation().toMap());
        tampered.put("strictDueExclusive", "2026-05-04T22:00:00Z");

        assertFalse(tampered.equals(deadlines.recompute(tampered).explanation().toMap()));
    }

    @Test
    void anExplanationWithoutItsInputsIsRefusedByName() {
        var incomplete = new HashMap<>(promised.explanation().toMap());
        incomplete.remove("inputs");

        var fault = assertThrows(IllegalArgumentException.class, () -> deadlines.recompute(incomplete));

        assertEquals("explanation.inputs must be an object", fault.getMessage());
    }

    @Test
    void aPromiseAloneIsComputedAgainToo() {
        var purge = deadlines.forPromise(RECEIPT, Span.iso("P14D"));

        var map = purge.explanation().toMap();

        assertEquals("PROMISE/DAYS_14", map.get("ruleSet"));
        assertEquals(map, deadlines.recompute(map).explanation().toMap());
    }

    @Test
    void suspendedAndExtendedDaysAreTold() {
        var asked = Instant.parse("2026-03-06T12:00:00Z");
        var notice = Instant.parse("2026-03-20T12:00:00Z");

        var deadline = promised.suspended(asked, asked.plusSeconds(86_400))
                .with(ClockEvent.extended(ExtensionReason.MANY_SYSTEMS, notice));

        assertEquals(
                List.of(
                        "extended (MANY_SYSTEMS, notice sent 2026-03-20T12:00:00Z): 3 months from 2026-03-05 → 2026-06-05"
                                + " (GDPR art. 12(3))",
                        "the promise of 30 days gives way to the extension, of which the person was told",
                        "1 day not counted while a question waited → 2026-06-06"
                                + " (décret 2019-536 ; EDPB Guidelines 01/2022 § 159)",
                        "2026-06-06 Saturday, 2026-06-07 Sunday → 2026-06-08 (Reg. 1182/71 art. 3(4))"),
                english(deadline));
    }

    @Test
    void whatDoesNotCountIsToldAsWell() {
        var californian = deadlines.forRequest(RECEIPT, Terms.of("US-CA", null, "CA"));
        var asked = Instant.parse("2026-03-06T12:00:00Z");

        assertEquals(
                List.of(
                        "+45 days → 2026-04-19 (Gov. Code 6800)",
                        "question about IDENTITY of 2026-03-06T12:00:00Z does not stop the clock (11 CCR 7021(b))"),
                english(californian.suspended(asked, asked.plusSeconds(86_400))));
    }

    @Test
    void aPeriodThatStartsLaterSaysSo() {
        var british = deadlines.forRequest(RECEIPT, Terms.of("UK", null, "EW"));
        var asked = Instant.parse("2026-03-06T12:00:00Z");

        var explanation =
                british.suspended(asked, asked.plusSeconds(10 * 86_400)).explanation();

        assertEquals("2026-03-16", explanation.localStart());
        assertEquals(
                "received 2026-03-05, what was asked came on 2026-03-16: the period runs from then (UK GDPR art. 12A)",
                explanation.steps().get(0).english());
    }

    @Test
    void hoursAreToldToTheMinute() {
        var aware = new Receipt(Instant.parse("2026-03-27T17:00:00Z"), PARIS);

        var explanation = deadlines
                .forDuty(Duty.NOTIFY_AUTHORITY, aware, Terms.of("EU-FR", null, "FR"))
                .explanation();

        assertEquals("2026-03-27T18:00", explanation.localStart());
        assertEquals(
                List.of(
                        "+72 hours → 2026-03-30T19:00+02:00 (Reg. 1182/71 art. 3(1), 3(2)(a))",
                        "the hour begun is not counted → 2026-03-30T20:00+02:00 (Reg. 1182/71 art. 3(1), 3(2)(a))"),
                explanation.steps().stream().map(Step::english).toList());
    }

    @Test
    void underSeveralLawsEachIsExplained() {
        var both = deadlines.forRequest(RECEIPT, Terms.of(List.of("EU-FR", "US-CA"), null, "FR"));
        var waited = both.suspended(RECEIPT.receivedAt(), RECEIPT.receivedAt().plusSeconds(13 * 86_400));

        var explanation = waited.explanation();

        assertEquals("EU-FR-GDPR-12.3/2018-05-25", explanation.ruleSet());
        assertEquals(
                List.of("EU-FR-GDPR-12.3/2018-05-25", "US-CA-CCR-7021b/2026-01-01"),
                explanation.others().stream().map(Explanation::ruleSet).toList());
        assertEquals(waited.outer(), explanation.outerDueExclusive());
        assertEquals(
                "the last reading is earlier under US-CA-CCR-7021b/2026-01-01 → 2026-04-19",
                english(waited).get(english(waited).size() - 1));
    }

    @Test
    void flagsStandWithTheLawThatTheyConcern() {
        var both = deadlines.forRequest(RECEIPT, Terms.of(List.of("EU-FR", "US-CA"), null, "FR"));
        var asked = Instant.parse("2026-03-20T12:00:00Z");

        var explanation = both.suspended(asked, asked.plusSeconds(86_400)).explanation();

        assertEquals(Set.of(Flag.UNDUE_DELAY_RISK), explanation.flags());
        assertEquals(Set.of(Flag.UNDUE_DELAY_RISK), explanation.others().get(0).flags());
        assertEquals(Set.of(), explanation.others().get(1).flags());
        assertEquals(List.of("UNDUE_DELAY_RISK"), explanation.toMap().get("flags"));
        assertEquals(
                explanation.others().stream().map(Explanation::toMap).toList(),
                explanation.toMap().get("others"));
    }

    @Test
    void aLateQuestionIsToldAndSoIsThatItDoesNotCount() {
        var asked = Instant.parse("2026-03-20T12:00:00Z");
        var usual = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", null, "FR"));
        var stricter =
                deadlines.forRequest(RECEIPT, Terms.of("EU-FR", null, "FR").withoutLateQuestions());

        assertEquals(
                new Step(
                        "question about IDENTITY of 2026-03-20T12:00:00Z was asked late: \"without undue delay\" is doubtful",
                        "la question du 2026-03-20T12:00:00Z (IDENTITY) est tardive :"
                                + " « dans les meilleurs délais » est douteux"),
                last(usual.suspended(asked, asked.plusSeconds(86_400))));
        assertEquals(
                new Step(
                        "question about IDENTITY of 2026-03-20T12:00:00Z was asked late: \"without undue delay\" is doubtful,"
                                + " and it is not counted",
                        "la question du 2026-03-20T12:00:00Z (IDENTITY) est tardive :"
                                + " « dans les meilleurs délais » est douteux, et elle n’est pas comptée"),
                last(stricter.suspended(asked, asked.plusSeconds(86_400))));
    }

    @Test
    void whatCameTooLateIsTold() {
        var late = promised.outer();

        assertEquals(
                "question about SCOPE of 2026-04-07T22:00:00Z came after the end and stops nothing",
                last(promised.with(ClockEvent.asked(Doubt.SCOPE, late))).english());
        assertEquals(
                "la prolongation du 2026-04-07T22:00:00Z ne compte pas : TOO_LATE",
                last(promised.with(ClockEvent.extended(ExtensionReason.MANY_SYSTEMS, late)))
                        .french());
    }

    @Test
    void daysOfWaitingMoveLawAndPromiseAlike() {
        var asked = Instant.parse("2026-03-06T12:00:00Z");

        var steps = promised.suspended(asked, asked.plusSeconds(10 * 86_400))
                .explanation()
                .steps();

        assertEquals(
                new Step(
                        "10 days not counted while a question waited → 2026-04-15, promise → 2026-04-14"
                                + " (décret 2019-536 ; EDPB Guidelines 01/2022 § 159)",
                        "10 jours d’attente d’une réponse, non comptés → 2026-04-15, promesse → 2026-04-14"
                                + " (décret 2019-536 ; EDPB Guidelines 01/2022 § 159)"),
                steps.get(2));
    }

    @Test
    void theExampleOfTheGuideIsWhatIsComputed() throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("kept.root", ".."), "docs", "clock.md"));
        var start = guide.indexOf("```json") + "```json".length();
        var example = JSON.std.mapFrom(guide.substring(start, guide.indexOf("```", start)));

        var computed = new HashMap<>(promised.explanation().toMap());

        // Which time zone rules a machine has is its own matter.
        computed.put("tzdb", example.get("tzdb"));
        assertEquals(example, computed);
    }

    private static Step last(Deadline deadline) {
        var steps = deadline.explanation().steps();
        return steps.get(steps.size() - 1);
    }

    private static List<String> english(Deadline deadline) {
        return deadline.explanation().steps().stream().map(Step::english).toList();
    }
}
