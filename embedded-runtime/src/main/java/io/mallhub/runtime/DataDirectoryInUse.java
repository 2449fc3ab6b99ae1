package io.mallhub.runtime;

import java.nio.file.Path;

/** Another process has the data folder open; the message says which, and since when. */
public final class DataDirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path folder, String holder) {
        super("%s is in use by another MallHub: %s".formatted(folder, holder));
    }
}
