package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleSetsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final RuleSets law = RuleSets.load();

    @Test
    void everyDutyOfTheTableHasItsPeriod() {
        var periods = law.all()
                .collect(Collectors.toMap(
                        rules -> rules.regime() + " " + rules.duty() + (rules.active() ? "" : " inactive"),
                        rules -> rules.period().span().toString()));

        assertEquals(
                Map.ofEntries(
                        Map.entry("EU-FR ANSWER", "MONTH_1"),
                        Map.entry("EU-FR NOTIFY_AUTHORITY", "HOURS_72"),
                        Map.entry("EU-FR NOTIFY_AUTHORITY inactive", "HOURS_96"),
                        Map.entry("UK ANSWER", "MONTH_1"),
                        Map.entry("UK NOTIFY_AUTHORITY", "HOURS_72"),
                        Map.entry("US-CA ACKNOWLEDGE", "BIZDAYS_10"),
                        Map.entry("US-CA ANSWER", "DAYS_45"),
                        Map.entry("US-CA OPT_OUT", "BIZDAYS_15"),
                        Map.entry("US-CA WAIT_TO_ASK_AGAIN", "MONTH_12"),
                        Map.entry("US-CA KEEP_REQUEST_RECORD", "MONTH_24"),
                        Map.entry("US-CA NOTIFY_PEOPLE", "DAYS_30"),
                        Map.entry("US-CA COPY_TO_ATTORNEY_GENERAL", "DAYS_15"),
                        Map.entry("EU-FR KEEP_FOR_RETRIEVAL", "DAYS_30"),
                        Map.entry("PROMISE ANSWER", "DAYS_30"),
                        Map.entry("PROMISE PURGE", "DAYS_14")),
                periods);
    }

    @Test
    void noTwoActiveRuleSetsOfADutyAreInForceOnOneDay() {
        for (var one : law.all().toList()) {
            var rivals = law.all()
                    .filter(other -> !other.equals(one))
                    .filter(other -> other.regime().equals(one.regime()) && other.duty() == one.duty())
                    .filter(other -> one.active() && other.appliesOn(one.validFrom()))
                    .toList();

            assertEquals(List.of(), rivals, one.id());
        }
    }

    @Test
    void idsAreUnique() {
        assertEquals(law.all().count(), law.all().map(RuleSet::id).distinct().count());
    }

    @Test
    void aProposalIsNotAppliedBeforeItIsLaw() {
        var breach = law.find("EU-FR", Duty.NOTIFY_AUTHORITY, TODAY).orElseThrow();

        assertEquals("HOURS_72", breach.period().span().toString());
    }

    @Test
    void theRuleSetOfTheDayIsFoundUpToItsLastDay() {
        var law = new RuleSets(List.of(answer("old", "2020-01-01", "2026-02-04"), answer("new", "2026-02-05", null)));

        assertEquals("old", found(law, "2026-02-04"));
        assertEquals("new", found(law, "2026-02-05"));
        assertThrows(IllegalArgumentException.class, () -> found(law, "2019-12-31"));
    }

    @Test
    void aRegimeThatDoesNotKnowADutyGivesNothing() {
        assertTrue(law.find("EU-FR", Duty.ACKNOWLEDGE, TODAY).isEmpty());
    }

    @Test
    void anUnknownRegimeIsRefusedByName() {
        var unknown = assertThrows(IllegalArgumentException.class, () -> law.find("EU-DE", Duty.ANSWER, TODAY));

        assertEquals("Unknown regime EU-DE: expected one of [EU-FR, UK, US-CA, PROMISE]", unknown.getMessage());
    }

    @Test
    void aRuleSetIsFoundByItsIdEvenWhenItIsNotInForce() {
        var proposal = law.withId("EU-FR-DIGITAL-OMNIBUS-33.1/proposal");

        assertEquals("HOURS_96", proposal.period().span().toString());
        assertEquals("DAYS_7", law.withId("PROMISE/DAYS_7").period().span().toString());
        assertThrows(IllegalArgumentException.class, () -> law.withId("EU-FR-GDPR-12.3/2017-01-01"));
    }

    @Test
    void aFaultInTheFileIsNamedByItsPlace() {
        var broken = new LinkedHashMap<String, Object>(Map.of("id", "X", "regime", "X", "duty", "anser"));
        broken.put("period", Map.of());
        broken.put("lastDay", Map.of());

        var fault =
                assertThrows(IllegalArgumentException.class, () -> RuleSet.of(Tree.of("rule-sets.json[3]", broken)));

        assertTrue(
                String.valueOf(fault.getMessage()).startsWith("rule-sets.json[3].duty must be one of"),
                fault::getMessage);
    }

    @Test
    void periodsThatMayEndOnAnyDayAreThoseInHoursThePromisesAndCalifornia() {
        law.all()
                .forEach(rules -> assertEquals(
                        rules.duty() == Duty.ANSWER && List.of("EU-FR", "UK").contains(rules.regime()),
                        rules.lastDay().moves(),
                        rules.id()));
    }

    @Test
    void aCalendarThatALawDoesNotKnowGivesWayToItsOwn() {
        var californian = law.find("US-CA", Duty.ANSWER, TODAY).orElseThrow();
        var french = law.find("EU-FR", Duty.ANSWER, TODAY).orElseThrow();

        assertEquals(HolidayCalendar.CA, californian.calendar(HolidayCalendar.FR));
        assertEquals(HolidayCalendar.FR_AM, french.calendar(HolidayCalendar.FR_AM));
        assertFalse(law.know(HolidayCalendar.EW, List.of("EU-FR", "US-CA")));
    }

    private static String found(RuleSets law, String day) {
        return law.find("X", Duty.ANSWER, LocalDate.parse(day)).orElseThrow().id();
    }

    private static RuleSet answer(String id, String from, @Nullable String to) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", id);
        map.put("regime", "X");
        map.put("duty", "answer");
        map.put("active", true);
        map.put("validFrom", from);
        if (to != null) {
            map.put("validTo", to);
        }
        map.put("period", Map.of("span", "MONTH_1", "source", "X"));
        map.put("lastDay", Map.of("calendars", List.of("FR"), "moves", true, "source", "X"));
        map.put("suspension", Map.of("identity", "suspends", "scope", "starts-later", "fee", "never", "source", "X"));
        map.put("source", "X");
        return RuleSet.of(Tree.of(id, map));
    }
}
