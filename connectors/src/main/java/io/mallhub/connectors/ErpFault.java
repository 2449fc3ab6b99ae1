package io.mallhub.connectors;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a call, sorted by what the caller must do. Messages hold no secrets. */
public abstract sealed class ErpFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An ERP's words must not write lines of their own into a log. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    ErpFault(String message, @Nullable Throwable cause) {
        super(CONTROLS.matcher(message).replaceAll(" "), cause);
    }

    /** The same call ends the same until a person has mended the definition or the record. */
    public boolean lasting() {
        return false;
    }

    /** Nothing happened in the ERP: try again later, not before {@link #retryAfter()} if given. */
    public static final class Unavailable extends ErpFault {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration retryAfter;

        public Unavailable(
                String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The ERP understood and said no; its own words are the message. */
    public static final class Rejected extends ErpFault {
        private static final long serialVersionUID = 1L;
        private final boolean stale;

        public Rejected(String erpWords) {
            this(erpWords, false);
        }

        public Rejected(String erpWords, boolean stale) {
            super(erpWords, null);
            this.stale = stale;
        }

        /** The record was changed in the ERP since the version the call named. */
        public boolean stale() {
            return stale;
        }
    }

    /**
     * A reply that can't be read as the definition says, or a request that can't be made by it.
     * Nothing was changed by the call.
     */
    public static final class DataInvalid extends ErpFault {
        private static final long serialVersionUID = 1L;
        private final boolean lasting;

        public DataInvalid(String message, @Nullable Throwable cause) {
            this(message, cause, false);
        }

        private DataInvalid(String message, @Nullable Throwable cause, boolean lasting) {
            super(message, cause);
            this.lasting = lasting;
        }

        /** The same call ends the same until a person has mended the definition or the record. */
        public static DataInvalid lasting(String message, @Nullable Throwable cause) {
            return new DataInvalid(message, cause, true);
        }

        /** Else a server in between may have answered, as while the ERP is being updated. */
        @Override
        public boolean lasting() {
            return lasting;
        }
    }

    /** A writing call went out and no sure answer came back: it may have happened. */
    public static final class OutcomeUnknown extends ErpFault {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Name, password, key or session is not accepted: stop calling until a person has looked. */
    public static final class CredentialsRefused extends ErpFault {
        private static final long serialVersionUID = 1L;

        public CredentialsRefused(String message) {
            super(message, null);
        }
    }
}
