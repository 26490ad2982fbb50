package dev.kept.request;

import dev.kept.page.EvidenceForm;
import dev.kept.page.EvidenceItem;
import dev.kept.page.FollowView;
import dev.kept.page.Frame;
import dev.kept.page.Pages;
import dev.kept.page.RequestReceivedView;
import dev.kept.page.StepItem;
import dev.kept.policy.Policy;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as a page for the one who made it. */
final class FollowPage {
    private final Policy policy;
    private final Frame frame;
    private final Request request;
    private final String token;

    FollowPage(Policy policy, Frame frame, Request request, String token) {
        this.policy = policy;
        this.frame = frame;
        this.request = request;
        this.token = token;
    }

    /** Right after the request was made: what happens next. */
    String received() {
        return received(null);
    }

    /** Right after it was made, and too many came with it: the message waits until that moment. */
    String held(Instant mailFrom) {
        return received(mailFrom.atZone(policy.zone()));
    }

    private String received(@Nullable ZonedDateTime mailFrom) {
        return Pages.received(
                frame,
                new RequestReceivedView(
                        request.id(),
                        request.kind().word(),
                        request.received().atZone(policy.zone()),
                        request.due().strictDate(),
                        mailFrom,
                        address("")));
    }

    /** At any time: where it stands. */
    String follow(List<RequestStep> steps, List<Exhibit> exhibits) {
        return Pages.follow(
                frame,
                new FollowView(
                        request.id(),
                        request.kind().word(),
                        request.state().word(),
                        request.received().atZone(policy.zone()),
                        request.due().strictDate(),
                        request.due().extendedTo().orElse(null),
                        steps.stream()
                                .map(step -> new StepItem(step.at().atZone(policy.zone()), step.step()))
                                .toList(),
                        evidence(exhibits),
                        request.state().isOpen() ? address("/withdrawal") : null,
                        request.state() == RequestState.ANSWERED ? address("/receipt") : null));
    }

    private @Nullable EvidenceForm evidence(List<Exhibit> exhibits) {
        var taken = Exhibits.takenFor(request);
        if (exhibits.isEmpty() && !taken) {
            return null;
        }
        var added = exhibits.stream()
                .map(exhibit -> new EvidenceItem(
                        exhibit.number(),
                        exhibit.type().word(),
                        exhibit.bytes(),
                        exhibit.added().atZone(policy.zone())))
                .toList();
        return new EvidenceForm(added, taken ? Exhibits.MOST - added.size() : 0, token);
    }

    private String address(String what) {
        return "/requests/" + request.id() + what + "?token=" + token;
    }
}
