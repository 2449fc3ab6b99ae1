package io.mallhub.binding;

import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.ZippedPack;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Definitions that ERPs are connected by: those shipped, and versions people upload. */
public interface Definitions {
    List<DefinitionSummary> shipped();

    /**
     * @throws io.mallhub.connectors.ErpClients.DefinitionInvalid when this release no longer takes
     *     it
     */
    Optional<DefinitionSummary> definition(String key);

    /** Newest first. */
    Page<Version> uploads(PageRequest page);

    /** The files as a ZIP, to start another version from. */
    Optional<byte[]> download(String key);

    /** Checks all of it first; a version is kept for good and used by no connection yet. */
    Upload upload(byte[] zip, String reason, Actor by);

    /**
     * The connection works by this one from its next call on, on every node. Where its lists are
     * read stays, except in the middle of a walk, which begins anew.
     */
    Use use(String connection, String key, String reason, Actor by);

    /**
     * @param usedBy connections that work by it now
     */
    record Version(
            String id,
            int version,
            String title,
            String protocol,
            String by,
            Instant at,
            String reason,
            List<String> usedBy) {
        public Version {
            usedBy = List.copyOf(usedBy);
        }

        public String key() {
            return DefinitionPack.key(id, version);
        }
    }

    /** What became of an upload. */
    sealed interface Upload {
        /** Kept now, or these very files were kept before. */
        record Kept(String key) implements Upload {}

        /** The version is there with other files: the number has to be counted up. */
        record VersionTaken(String key) implements Upload {}

        /** The archive is not as one must be. */
        record Unfit(ZippedPack.Problem problem, String where) implements Upload {}

        /**
         * @param what with file and line
         */
        record Wrong(String what) implements Upload {}
    }

    /** What became of taking a definition into use. */
    sealed interface Use {
        record Taken() implements Use {}

        record NoSuchDefinition() implements Use {}

        /** It asks for secrets the connection does not have. */
        record SecretsMissing(List<String> names) implements Use {}
    }
}
