package dev.kept.mail;

import dev.kept.page.RemediesItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail that refuses (GDPR art. 12(4)). None of it may be empty: a refusal without reasons or remedies is not one.
 *
 * @param refused what is refused, with fact and ground, one entry per category
 * @param othersDone when the rest was done; absent where everything is refused
 * @param contact where to write to about it
 */
public record RefusalMail(
        String reference,
        String kind,
        LocalDate received,
        List<Refused> refused,
        @Nullable LocalDate othersDone,
        RemediesItem remedies,
        String contact) {

    /** One category that is refused: the fact and the provision that it rests on. */
    public record Refused(String category, String fact, String ground) {
        public Refused {
            Required.all("category", category, "fact", fact, "ground", ground);
        }

        @Override
        public String toString() {
            return "Refused[" + category + "]";
        }
    }

    public RefusalMail {
        refused = List.copyOf(refused);
        Required.some("refused", refused);
        Required.all(
                "reference", reference,
                "kind", kind,
                "authority", remedies.authority(),
                "address", remedies.address(),
                "website", remedies.website(),
                "judicial", remedies.judicial(),
                "contact", contact);
    }

    @Override
    public String toString() {
        return "RefusalMail[" + reference + "]";
    }
}
