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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the keys for ERP credentials come from; there is no built-in one. */
final class SecretsKey {
    private static final int BYTES = 32;
    private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");

    private SecretsKey() {}

    /** The newest first, each once. */
    static List<byte[]> all(SecretsSettings settings) {
        String given = settings.secretsKey();
        if (given != null && !given.isBlank()) {
            return decoded(given, "mallhub.secrets-key");
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

    private static List<byte[]> fromFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file);
        }
        return decoded(Files.readString(file), file.toString());
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

    private static List<byte[]> decoded(String keys, String where) {
        List<byte[]> all =
                COMMENT.matcher(keys)
                        .replaceAll("")
                        .lines()
                        .flatMap(line -> Arrays.stream(line.split("[\\s,]+")))
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .map(key -> decode(key, where))
                        .toList();
        if (all.isEmpty()) {
            throw new IllegalStateException("No key in " + where);
        }
        return all;
    }

    private static byte[] decode(String base64, String where) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("No base64 in " + where, e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(
                    "A key in " + where + " must be 32 bytes, not " + key.length);
        }
        return key;
    }
}
