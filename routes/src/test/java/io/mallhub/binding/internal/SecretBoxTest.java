package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    @TempDir private Path folder;

    @Test
    void whatWasLockedOpensAgainAndHoldsNoClearText() {
        SecretBox box = boxOf("key");

        byte[] locked = box.lock("erp", Map.of("password", "open sesame"));

        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
        assertThat(box.open("erp", locked)).containsEntry("password", "open sesame");
    }

    @Test
    void theSameSecretsNeverLookTheSame() {
        SecretBox box = boxOf("key");

        assertThat(box.lock("erp", Map.of("a", "b")))
                .isNotEqualTo(box.lock("erp", Map.of("a", "b")));
    }

    @Test
    void aBoxOfAnotherConnectionOrKeyDoesNotOpen() {
        byte[] locked = boxOf("key").lock("erp", Map.of("password", "x"));

        assertThatThrownBy(() -> boxOf("key").open("other", locked))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> boxOf("another").open("erp", locked))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyFileIsMadeOnceAndIsTheOwnersAlone() throws Exception {
        byte[] first = SecretsKey.of(new SecretsSettings(null, folder.resolve("made/key")));
        byte[] second = SecretsKey.of(new SecretsSettings(null, folder.resolve("made/key")));

        assertThat(first).isEqualTo(second).hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("made/key")))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void withoutAKeyNothingStarts() {
        assertThatThrownBy(() -> SecretsKey.of(new SecretsSettings(null, null)))
                .hasMessageContaining("mallhub.secrets-key");
        assertThatThrownBy(() -> SecretsKey.of(new SecretsSettings("c2hvcnQ=", null)))
                .hasMessageContaining("32 bytes");
    }

    private SecretBox boxOf(String name) {
        return new SecretBox(new SecretsSettings(null, folder.resolve(name)));
    }
}
