package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

        assertTrue(file != null && file.isChecked());
    }

    @Test
    void anotherFileInItsPlaceIsNot() {
        assertTrue(new PolicyFile(TEXT, PolicyFile.digest(TEXT)).isChecked());
        assertFalse(new PolicyFile("{ }".getBytes(StandardCharsets.UTF_8), PolicyFile.digest(TEXT)).isChecked());
        assertFalse(new PolicyFile(TEXT, null).isChecked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void takenOverItSaysWhatItSaysWhenChecked(String language) {
        var text = Draft.faveo().json();

        var takenOver = new PolicyReader(Draft.ID).takeOver(text);

        assertEquals(Policy.parse(Draft.ID, text).published(language), takenOver.published(language));
    }

    @Test
    void theBuildWritesTheDigestOfAPolicyWithoutFault() throws IOException {
        var file = Files.writeString(
                folder.resolve(Draft.ID + ".json"), Draft.faveo().json());

        CheckPolicies.main(new String[] {folder.toString()});

        assertEquals(
                new String(PolicyFile.digest(Files.readAllBytes(file)), StandardCharsets.US_ASCII),
                Files.readString(folder.resolve(Draft.ID + PolicyFile.DIGEST)));
    }

    @Test
    void theBuildEndsAtAPolicyWithAFault() throws IOException {
        Files.writeString(
                folder.resolve(Draft.ID + ".json"),
                Draft.faveo().with("$.zone", "\"Europe/Nowhere\"").json());

        assertThrows(PolicyFault.class, () -> CheckPolicies.main(new String[] {folder.toString()}));
        assertFalse(Files.exists(folder.resolve(Draft.ID + PolicyFile.DIGEST)));
    }
}
