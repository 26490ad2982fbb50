package dev.kept.choice;

import dev.kept.mail.Letters;
import dev.kept.mail.MailNotSent;
import dev.kept.person.Identifier;
import dev.kept.person.Ids;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Asks whoever consents anew to promotional messages, at an address that gets none any more, to confirm it from her mailbox:
 * a form can be filled in by anybody, and marketing was stopped by its owner.
 */
public final class AskConsent {
    private final Policy policy;
    private final Suppressions suppressions;
    private final Supplier<Letters> letters;
    private final Ids ids;

    /**
     * @param letters asked only when one is written
     */
    public AskConsent(Policy policy, Suppressions suppressions, Supplier<Letters> letters, Ids ids) {
        this.policy = policy;
        this.suppressions = suppressions;
        this.letters = letters;
        this.ids = ids;
    }

    /**
     * Writes to those of the addresses that are suppressed, once in the time in which a link works; nothing happens to others.
     * Where this dies on the way, the same box ticked again a minute later asks again.
     *
     * @param consents the boxes that were ticked
     * @param identifiers what was typed beside them
     */
    public void ask(Collection<String> consents, Collection<Identifier> identifiers, String language) {
        if (consents.stream().anyMatch(policy.promotionalConsents()::contains)) {
            identifiers.stream()
                    .filter(identifier -> identifier.type() == IdentifierType.EMAIL)
                    .forEach(address -> ask(address, language));
        }
    }

    private void ask(Identifier address, String language) {
        var consentId = ids.next();
        var token = ids.next();
        var works = policy.deadlines().confirmation();
        if (!suppressions.ask(address, consentId, token, works)) {
            return;
        }
        try {
            letters.get().consentAgain(address.value().reveal(), language, consentId, token);
            suppressions.asked(address, consentId);
        } catch (MailNotSent unsent) {
            // the form is stored all the same: she can tick the box again
            suppressions.unask(address, consentId);
        }
    }
}
