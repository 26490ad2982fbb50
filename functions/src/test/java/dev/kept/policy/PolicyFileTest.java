package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    private static final byte[] TEXT = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatTheBuildHasCheckedIsKnownAgain() {
        var file = PolicyFile.find(Draft.ID);

        assertTrue(file != null && file.checkedParts() != null);
    }

    @Test
    void anotherFileInItsPlaceIsNot() {
        var checked = CheckedParts.write(TEXT);

        assertNotNull(new PolicyFile(TEXT, checked).checkedParts());
        assertNull(new PolicyFile("{ }".getBytes(StandardCharsets.UTF_8), checked).checkedParts());
        assertNull(new PolicyFile(TEXT, null).checkedParts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void takenOverItSaysWhatItSaysWhenChecked(String language) {
        var text = Draft.faveo().json();

        var takenOver = new PolicyReader(Draft.ID)
                .takeOver(CheckedParts.of(CheckedParts.write(text.getBytes(StandardCharsets.UTF_8))));

        assertEquals(Policy.parse(Draft.ID, text).published(language), takenOver.published(language));
    }

    @Test
    void theBuildWritesThePartsOfAPolicyWithoutFault() throws IOException {
        var file = Files.writeString(
                folder.resolve(Draft.ID + ".json"), Draft.faveo().json());

        CheckPolicies.main(new String[] {folder.toString()});

        var bytes = Files.readAllBytes(file);
        var parts = CheckedParts.of(Files.readAllBytes(folder.resolve(Draft.ID + PolicyFile.CHECKED)));
        assertTrue(parts.areOf(bytes));
        assertEquals(JSON.std.mapFrom(bytes), parts);
    }

    @Test
    void theBuildEndsAtAPolicyWithAFault() throws IOException {
        Files.writeString(
                folder.resolve(Draft.ID + ".json"),
                Draft.faveo().with("$.zone", "\"Europe/Nowhere\"").json());

        assertThrows(PolicyFault.class, () -> CheckPolicies.main(new String[] {folder.toString()}));
        assertFalse(Files.exists(folder.resolve(Draft.ID + PolicyFile.CHECKED)));
    }
}
