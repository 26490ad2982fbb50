package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_CLOSED | P14D | 14 jours après la clôture du compte | 14 days after the account is closed",
                "COLLECTION | P1M | 1 mois après la collecte | 1 month after collection",
                "CONTRACT_END | P1Y6M | 1 an et 6 mois après la fin du contrat | 1 year and 6 months after the end of the contract",
                "CONSENT_WITHDRAWN | P0D | jusqu’au retrait du consentement | until consent is withdrawn",
                "ACCOUNT_CLOSED | P0D | jusqu’à la clôture du compte | until the account is closed",
                "NEVER | P0D | sans limite de durée | without a time limit"
            })
    void theRuleIsSaidInWords(StartEvent event, String period, String french, String english) {
        assertEquals(french, kept(event, period).describe("fr"));
        assertEquals(english, kept(event, period).describe("en"));
    }

    private static Retention kept(StartEvent event, String period) {
        return new Retention(event, Period.parse(period), new Text(Map.of("fr", "raison")), null, null);
    }
}
