package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final Map<String, String> SECRETS = Map.of("password", "open sesame");
    private static final String OLD = key('o');
    private static final String NEW = key('n');

    @TempDir private Path folder;

    @Test
    void whatWasLockedOpensAgainAndHoldsNoClearText() {
        SecretBox box = boxOf(NEW);

        byte[] locked = box.lock("erp", SECRETS);

        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("sesame");
        assertThat(box.open("erp", locked)).isEqualTo(SECRETS);
    }

    @Test
    void theSameSecretsNeverLookTheSame() {
        SecretBox box = boxOf(NEW);

        assertThat(box.lock("erp", SECRETS)).isNotEqualTo(box.lock("erp", SECRETS));
    }

    @Test
    void aBoxOfAnotherConnectionOrKeyDoesNotOpen() {
        byte[] locked = boxOf(OLD).lock("erp", SECRETS);

        assertThatThrownBy(() -> boxOf(OLD).open("other", locked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not theirs, or damaged");
        assertThatThrownBy(() -> boxOf(NEW).open("erp", locked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("erp")
                .hasMessageContaining(id(OLD))
                .hasMessageContaining("not known");
    }

    @Test
    void noByteOfABoxCanBeChanged() {
        byte[] locked = boxOf(NEW).lock("erp", SECRETS);

        for (int i = 0; i < locked.length; i++) {
            byte[] changed = locked.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> boxOf(NEW + "," + OLD).open("erp", changed))
                    .as("byte " + i)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> boxOf(NEW).open("erp", new byte[5]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNewestKeyLocksAndAllThatAreKnownOpen() {
        SecretBox both = boxOf(NEW + ", " + OLD);

        byte[] locked = both.lock("erp", SECRETS);

        assertThat(SecretBox.keyOf(locked)).hasValue(id(NEW));
        assertThat(locked).startsWith(SecretBox.header(SealingKey.of(bytes(NEW))));
        assertThat(boxOf(NEW).open("erp", locked)).isEqualTo(SECRETS);
        assertThat(both.open("erp", boxOf(OLD).lock("erp", SECRETS))).isEqualTo(SECRETS);
    }

    @Test
    void aBoxFromBeforeKeysHadNamesOpensWithWhicheverKeyItWas() {
        String json = "{\"password\":\"open sesame\"}";
        byte[] older = OlderBoxes.lock(OLD, "erp", json, "any 12 bytes".getBytes());
        byte[] likeTheMark = OlderBoxes.lock(OLD, "erp", json, "mhs1 12 byte".getBytes());

        for (byte[] box : new byte[][] {older, likeTheMark}) {
            assertThat(boxOf(OLD).open("erp", box)).isEqualTo(SECRETS);
            assertThat(boxOf(NEW + "\n" + OLD).open("erp", box)).isEqualTo(SECRETS);
            assertThatThrownBy(() -> boxOf(OLD).open("other", box))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> boxOf(NEW).open("erp", box))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not known");
        }
    }

    @Test
    void theKeyFileIsMadeOnceAndIsTheOwnersAlone() throws Exception {
        Path file = folder.resolve("made/key");
        SecretBox first = new SecretBox(new SecretsSettings(null, file, null));
        SecretBox second = new SecretBox(new SecretsSettings(null, file, null));

        assertThat(second.open("erp", first.lock("erp", SECRETS))).isEqualTo(SECRETS);
        assertThat(Files.getPosixFilePermissions(file))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aKeyFileHoldsSeveralTheNewestFirstWithRemarks() throws Exception {
        Path file = folder.resolve("keys");
        Files.writeString(
                file, "# since December\n" + NEW + "\n\n" + OLD + "  # until then\n" + NEW + "\n");

        SecretBox box = new SecretBox(new SecretsSettings("", file, null));

        assertThat(box.keys()).extracting(SealingKey::id).containsExactly(id(NEW), id(OLD));
    }

    @Test
    void noKeyIsShown() {
        assertThat(SealingKey.of(bytes(NEW)).toString()).isEqualTo(id(NEW)).hasSize(16);
        assertThat(new SecretsSettings(NEW, null, null).toString()).doesNotContain(NEW);
    }

    @Test
    void withoutAKeyNothingStarts() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "# none\n");

        assertThatThrownBy(() -> new SecretBox(new SecretsSettings(null, null, null)))
                .hasMessageContaining("mallhub.secrets-key");
        assertThatThrownBy(() -> boxOf("c2hvcnQ=")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> boxOf(NEW + ",c2hvcnQ=")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> boxOf("no_base64!")).hasMessageContaining("No base64");
        assertThatThrownBy(() -> new SecretBox(new SecretsSettings(null, empty, null)))
                .hasMessageContaining("No key in " + empty);
    }

    private static SecretBox boxOf(String keys) {
        return new SecretBox(new SecretsSettings(keys, null, null));
    }

    private static String key(char one) {
        return Base64.getEncoder().encodeToString(String.valueOf(one).repeat(32).getBytes());
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key);
    }

    private static String id(String key) {
        return SealingKey.of(bytes(key)).id();
    }
}
