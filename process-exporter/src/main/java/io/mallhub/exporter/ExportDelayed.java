package io.mallhub.exporter;

/** The record can't be exported now; the broker will offer it again. */
final class ExportDelayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportDelayed(Exception cause) {
        super(cause.toString(), cause);
    }
}
