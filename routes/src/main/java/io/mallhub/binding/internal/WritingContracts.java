package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient.Created;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.Losses.Loss;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What sending a document once, and only once, relies on. */
final class WritingContracts {
    private final Entity entity;
    private final CheckNotes notes;
    private final Function<String, List<String>> find;

    /**
     * @param find codes of what the ERP has under a reference
     */
    WritingContracts(Entity entity, CheckNotes notes, Function<String, List<String>> find) {
        this.entity = entity;
        this.notes = notes;
        this.find = find;
    }

    void notApplicable(Reason reason, Contract... contracts) {
        for (Contract contract : contracts) {
            out(contract, () -> Finding.notApplicable(reason));
        }
    }

    void findsNothing(String unused) {
        out(
                Contract.FINDS_NOTHING,
                () -> {
                    List<String> found = find.apply(unused);
                    return found.isEmpty()
                            ? Finding.PASSED
                            : Finding.failed(Reason.STILL_THERE, String.join(", ", found));
                });
    }

    /**
     * @return the code, null where it could not be created
     */
    @Nullable String created(Supplier<Created> creating) {
        String[] code = new String[1];
        out(
                Contract.CREATED,
                () -> {
                    code[0] = creating.get().code();
                    return Finding.passed(code[0]);
                });
        return code[0];
    }

    void foundAgain(String reference, String code) {
        out(Contract.FOUND_AGAIN, () -> onlyOne(reference, code));
    }

    /** A second one is refused in words, or answered with the first. */
    void notTwice(Repeat promised, String reference, String code, Supplier<Created> again) {
        if (promised != Repeat.IDEMPOTENT) {
            notApplicable(Reason.NOT_PROMISED, Contract.NOT_TWICE);
            return;
        }
        out(
                Contract.NOT_TWICE,
                () -> {
                    try {
                        String second = again.get().code();
                        if (!second.equals(code)) {
                            return Finding.failed(Reason.DOUBLED, code + ", " + second);
                        }
                    } catch (ErpFault.Rejected e) {
                        return onlyOne(reference, code);
                    }
                    return onlyOne(reference, code);
                });
    }

    void voided(String reference, Runnable voiding, Supplier<Boolean> isVoided) {
        out(
                Contract.VOIDED,
                () -> {
                    voiding.run();
                    return isVoided.get()
                            ? Finding.PASSED
                            : Finding.failed(Reason.STILL_THERE, reference);
                });
    }

    /**
     * @param creating what is to be void
     */
    void voidReplyLost(
            Losses losses,
            String reference,
            Supplier<Created> creating,
            Consumer<String> voiding,
            Supplier<Boolean> isVoided) {
        out(
                Contract.VOID_REPLY_LOST,
                () -> {
                    String code = creating.get().code();
                    if (!lost(losses, Loss.REPLY, () -> voided(voiding, code))) {
                        return Finding.failed(Reason.NOT_NOTICED, reference);
                    }
                    return isVoided.get()
                            ? Finding.PASSED
                            : Finding.failed(Reason.STILL_THERE, reference);
                });
    }

    /**
     * The one call that goes wrong, and what the ERP has of it afterwards.
     *
     * @param again whether what arrived is only whole, and found, when it is sent once more
     * @param tidying called with the code of what is left
     */
    void lost(
            Losses losses,
            Loss loss,
            String reference,
            boolean again,
            Supplier<Created> creating,
            Consumer<String> tidying) {
        boolean arrives = loss == Loss.REPLY;
        out(
                arrives ? Contract.REPLY_LOST : Contract.REQUEST_LOST,
                () -> {
                    boolean noticed = lost(losses, loss, creating);
                    if (noticed && arrives && again) {
                        var unused = creating.get();
                    }
                    List<String> found = find.apply(reference);
                    found.forEach(tidying);
                    if (!noticed) {
                        return Finding.failed(Reason.NOT_NOTICED, reference);
                    }
                    if (found.size() > 1) {
                        return Finding.failed(Reason.DOUBLED, String.join(", ", found));
                    }
                    return found.size() == (arrives ? 1 : 0)
                            ? Finding.passed(String.join(", ", found))
                            : Finding.failed(
                                    arrives ? Reason.NOT_FOUND : Reason.STILL_THERE, reference);
                });
    }

    private static String voided(Consumer<String> voiding, String code) {
        voiding.accept(code);
        return code;
    }

    /** Whether the hub knows that it does not know. */
    static boolean lost(Losses losses, Loss loss, Supplier<?> call) {
        try (Losses.Armed armed = losses.next(loss)) {
            var unused = call.get();
            return false;
        } catch (ErpFault.OutcomeUnknown e) {
            return true;
        }
    }

    private Finding onlyOne(String reference, String code) {
        List<String> found = find.apply(reference);
        if (found.size() > 1) {
            return Finding.failed(Reason.DOUBLED, String.join(", ", found));
        }
        return found.contains(code)
                ? Finding.passed(code)
                : Finding.failed(Reason.NOT_FOUND, reference + " " + found);
    }

    private void out(Contract contract, CheckNotes.Checking checking) {
        notes.check(entity, Depth.OUT, contract, checking);
    }
}
