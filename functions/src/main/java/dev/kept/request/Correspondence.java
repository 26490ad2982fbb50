package dev.kept.request;

import dev.kept.mail.Letters;
import dev.kept.mail.StaffLetters;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Letters about requests: to the one address that a request may be answered to, and to staff. */
public final class Correspondence {
    private final Letters letters;
    private final StaffLetters staff;
    private final Supplier<Subjects> subjects;
    private final Marks marks;

    /**
     * Puts it together.
     *
     * @param subjects asked only when a person is written to
     */
    public Correspondence(Letters letters, StaffLetters staff, Supplier<Subjects> subjects, Marks marks) {
        this.letters = letters;
        this.staff = staff;
        this.subjects = subjects;
        this.marks = marks;
    }

    /** What every letter about a request needs to know. */
    public static Letters.About about(Request request) {
        return new Letters.About(
                request.id(),
                request.kind().word(),
                request.language(),
                request.received(),
                request.due().strictDate());
    }

    /** What every letter to staff about a request needs to know. */
    public static StaffLetters.About aboutTask(Request request, String taskId) {
        return new StaffLetters.About(
                taskId, request.id(), request.kind().word(), request.due().strict());
    }

    /**
     * Writes to the person, once however often the step is repeated.
     *
     * @param occasion names the letter among those of the request
     * @return false when there is no address on file to write to
     */
    public boolean write(Request request, String occasion, BiConsumer<Letters, String> letter) {
        var address = subjects.get().addressOf(request.id());
        address.ifPresent(to -> marks.once(request.id(), "letter-" + occasion, () -> letter.accept(letters, to)));
        return address.isPresent();
    }

    /** The one address that a request may be answered to, where there is one. */
    public Optional<String> addressOf(String requestId) {
        return subjects.get().addressOf(requestId);
    }

    /** Writes to other addresses on file. */
    public void writeToOthers(Consumer<Letters> letter) {
        letter.accept(letters);
    }

    /** Writes to staff, once however often the step is repeated. */
    public void tellStaff(Request request, String occasion, Consumer<StaffLetters> letter) {
        marks.once(request.id(), "staff-" + occasion, () -> letter.accept(staff));
    }
}
