package io.mallhub.binding.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Where the key for ERP credentials comes from; there is no built-in one. */
final class SecretsKey {
    private static final int BYTES = 32;

    private SecretsKey() {}

    static byte[] of(SecretsSettings settings) {
        String given = settings.secretsKey();
        if (given != null && !given.isBlank()) {
            return decode(given, "mallhub.secrets-key");
        }
        Path file = settings.secretsKeyFile();
        if (file == null) {
            throw new IllegalStateException(
                    "The credentials of ERPs need a key: set mallhub.secrets-key (32 bytes, base64)"
                            + " or mallhub.secrets-key-file");
        }
        try {
            return fromFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use mallhub.secrets-key-file " + file, e);
        }
    }

    private static byte[] fromFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file);
        }
        return decode(Files.readString(file), file.toString());
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly())) {
            out.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        } catch (FileAlreadyExistsException _) {
            return; // another start was first: its key counts
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] decode(String base64, String where) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("No base64 in " + where, e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(where + " must be 32 bytes, not " + key.length);
        }
        return key;
    }
}
