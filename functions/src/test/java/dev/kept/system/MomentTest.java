package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.items.Items;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MomentTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T23:59:59Z, 2026-05-31T23:59:59Z",
        "2026-06-01T01:59:59+02:00, 2026-05-31T23:59:59Z",
        "2026-06-01T00:00:00, 2026-05-31T22:00:00Z",
        "2026-06-01, 2026-05-31T22:00:00Z",
        "1780271999, 2026-05-31T23:59:59Z",
        "1780271999000, 2026-05-31T23:59:59Z",
    })
    void timesAreReadAsOthersWriteThem(String written, Instant meant) {
        var value =
                written.matches("[0-9]+") ? AttributeValue.builder().n(written).build() : Items.s(written);

        assertEquals(meant, Moment.of(value, PARIS).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-01", "01/06/2026", "2026-06-01T25:00:00Z", "''"})
    void whatCannotBeReadHasNoAge(String written) {
        assertTrue(Moment.of(Items.s(written), PARIS).isEmpty());
    }
}
