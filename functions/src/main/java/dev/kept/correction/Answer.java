package dev.kept.correction;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.mail.CorrectionMail;
import dev.kept.mail.RefusalMail;
import dev.kept.page.Language;
import dev.kept.page.PolicyItems;
import dev.kept.policy.Category;
import dev.kept.policy.Field;
import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a person is told about her correction, in the language of her request. */
final class Answer {
    private final Policy policy;
    private final String language;
    private final Marks marks;
    private final RequestFile file;

    Answer(Policy policy, String language, Marks marks, RequestFile file) {
        this.policy = policy;
        this.language = language;
        this.marks = marks;
        this.file = file;
    }

    CorrectionMail about(Request request, Approved approved, List<SystemOutcome> outcomes, List<String> open) {
        return new CorrectionMail(
                request.id(),
                request.kind().word(),
                LocalDate.ofInstant(request.received(), policy.zone()),
                approved.fields().stream()
                        .map(field -> corrected(request.id(), field, outcomes))
                        .toList(),
                approved.refused().entrySet().stream()
                        .map(refused -> refused(refused.getKey(), refused.getValue()))
                        .toList(),
                open.stream()
                        .map(system -> policy.systemTitle(system, language))
                        .toList(),
                recipients(approved),
                !approved.plan().isSelfService(),
                file.contents().find(request.id(), approved.note()).orElse(""));
    }

    private CorrectionMail.Corrected corrected(String requestId, String field, List<SystemOutcome> outcomes) {
        var where = outcomes.stream()
                .filter(line -> line.outcome() == Outcome.CORRECTED)
                .filter(line -> marks.find(requestId, CorrectInSystem.CORRECTED + line.system())
                        .filter(fields -> fields.containsKey(field))
                        .isPresent())
                .map(line -> policy.systemTitle(line.system(), language))
                .toList();
        return new CorrectionMail.Corrected(label(field), where);
    }

    private RefusalMail.Refused refused(String field, String code) {
        var ground = ground(code);
        return new RefusalMail.Refused(label(field), ground.text().in(language), ground.article());
    }

    private Ground ground(String code) {
        return policy.refusals().stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the policy has no ground of refusal " + code));
    }

    /** Who has data of these categories, by actual identity. */
    private List<String> recipients(Approved approved) {
        var items = new PolicyItems(policy, Language.find(language).orElse(Language.FRENCH));
        return items.recipients(categories(approved).toList()).stream()
                .map(recipient -> recipient.name() + " (" + recipient.role() + ")")
                .toList();
    }

    private Stream<Category> categories(Approved approved) {
        return approved.fields().stream()
                .flatMap(field -> policy.fields(field).stream())
                .map(Field::category)
                .distinct()
                .map(policy::category);
    }

    private String label(String field) {
        return policy.fields(field).stream()
                .findFirst()
                .map(declared -> declared.label().in(language))
                .orElse(field);
    }
}
