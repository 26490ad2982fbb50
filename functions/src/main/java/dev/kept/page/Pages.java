package dev.kept.page;

import dev.kept.http.ProblemKind;
import gg.jte.generated.precompiled.page.JteanswerGenerated;
import gg.jte.generated.precompiled.page.JteconfirmGenerated;
import gg.jte.generated.precompiled.page.JteconfirmedGenerated;
import gg.jte.generated.precompiled.page.JteconsentGenerated;
import gg.jte.generated.precompiled.page.JtecontestGenerated;
import gg.jte.generated.precompiled.page.JtecontestedGenerated;
import gg.jte.generated.precompiled.page.JtedoneGenerated;
import gg.jte.generated.precompiled.page.JteevidenceRefusedGenerated;
import gg.jte.generated.precompiled.page.JteexitDoneGenerated;
import gg.jte.generated.precompiled.page.JteexitGenerated;
import gg.jte.generated.precompiled.page.JteexpiredGenerated;
import gg.jte.generated.precompiled.page.JtefollowGenerated;
import gg.jte.generated.precompiled.page.JteformGenerated;
import gg.jte.generated.precompiled.page.JtehomeGenerated;
import gg.jte.generated.precompiled.page.JteidentityGenerated;
import gg.jte.generated.precompiled.page.JtenoticeGenerated;
import gg.jte.generated.precompiled.page.JtepolicyGenerated;
import gg.jte.generated.precompiled.page.JteproblemGenerated;
import gg.jte.generated.precompiled.page.JteproblemKindGenerated;
import gg.jte.generated.precompiled.page.JteproblemsGenerated;
import gg.jte.generated.precompiled.page.JtereceivedGenerated;
import gg.jte.generated.precompiled.page.JterenewedGenerated;
import gg.jte.generated.precompiled.page.JterequestFormGenerated;
import gg.jte.generated.precompiled.page.JterequestKindsGenerated;
import gg.jte.generated.precompiled.page.JtethanksGenerated;
import gg.jte.generated.precompiled.page.JtewithdrawGenerated;
import java.util.List;

/** The public pages: each a pure function from what is shown to HTML. */
public final class Pages {
    private static final int IDENTITY_LENGTH = 2_000;

    private Pages() {}

    /** What the organisation holds and what people can do about it. */
    public static String home(Frame frame, HomeView view) {
        return Html.of(out -> JtehomeGenerated.render(out, null, frame, view));
    }

    /** A form of the policy, empty or with the fields to correct. */
    public static String form(Frame frame, FormView view) {
        return Html.of(out -> JteformGenerated.render(out, null, frame, view));
    }

    /** After a form was accepted. */
    public static String thanks(Frame frame, ThanksView view) {
        return Html.of(out -> JtethanksGenerated.render(out, null, frame, view));
    }

    /** What is to be told when data are collected (GDPR art. 13). */
    public static String notice(Frame frame, NoticeView view) {
        return Html.of(out -> JtenoticeGenerated.render(out, null, frame, view));
    }

    /** The policy that is in force. */
    public static String policy(Frame frame, PolicyView view) {
        return Html.of(out -> JtepolicyGenerated.render(out, null, frame, view));
    }

    /** What to ask for, or, once that is chosen, who asks. */
    public static String requestForm(Frame frame, RequestFormView view) {
        var right = view.right();
        if (right == null) {
            return Html.of(out -> JterequestKindsGenerated.render(out, null, frame, view));
        }
        var identifier = RequestFields.identifier(frame, view);
        var faults = RequestFields.faults(identifier, view);
        var unknown = RequestFields.unknown(identifier, view);
        return Html.of(
                out -> JterequestFormGenerated.render(out, null, frame, view, right, identifier, faults, unknown));
    }

    /** After a request was taken in. */
    public static String received(Frame frame, RequestReceivedView view) {
        return Html.of(out -> JtereceivedGenerated.render(out, null, frame, view));
    }

    /** The page behind the link that confirms a request. */
    public static String confirm(Frame frame, ConfirmView view) {
        return Html.of(out -> JteconfirmGenerated.render(out, null, frame, view));
    }

    /** After the confirmation. */
    public static String confirmed(Frame frame, ConfirmedView view) {
        return Html.of(out -> JteconfirmedGenerated.render(out, null, frame, view));
    }

    /** A link that no longer works. */
    public static String expired(Frame frame, LinkExpiredView view) {
        return Html.of(out -> JteexpiredGenerated.render(out, null, frame, view));
    }

    /** Where a request stands. */
    public static String follow(Frame frame, FollowView view) {
        return Html.of(out -> JtefollowGenerated.render(out, null, frame, view));
    }

    /** Why a file was not added to a request. */
    public static String evidenceRefused(Frame frame, ProblemKind kind) {
        return Html.of(out -> JteevidenceRefusedGenerated.render(out, null, frame, kind));
    }

    /** Whether a deletion must not be done. */
    public static String contest(Frame frame, ContestView view) {
        return Html.of(out -> JtecontestGenerated.render(out, null, frame, view));
    }

    /** Whether an account that ends is to go on, or its data are to be erased at once. */
    public static String exit(Frame frame, ExitView view) {
        return Html.of(out -> JteexitGenerated.render(out, null, frame, view));
    }

    /** Right after that was decided: {@code reinstated} or {@code erasing}. */
    public static String exitDone(Frame frame, String decided) {
        return Html.of(out -> JteexitDoneGenerated.render(out, null, frame, decided));
    }

    /** Right after that was said. */
    public static String contested(Frame frame) {
        return Html.of(out -> JtecontestedGenerated.render(out, null, frame));
    }

    /** Whether a consent that was given anew is the reader's. */
    public static String consent(Frame frame, ConsentView view) {
        return Html.of(out -> JteconsentGenerated.render(out, null, frame, view));
    }

    /** Right after that was said. */
    public static String consented(Frame frame) {
        return Html.of(out ->
                JtedoneGenerated.render(out, null, frame, frame.t("consented.title"), frame.t("consented.lead"), null));
    }

    /** Whether to withdraw a request. */
    public static String withdraw(Frame frame, WithdrawView view) {
        return Html.of(out -> JtewithdrawGenerated.render(out, null, frame, view));
    }

    /** After a new link was asked for; the same whether or not one was sent. */
    public static String renewed(Frame frame) {
        return Html.of(out -> JterenewedGenerated.render(out, null, frame));
    }

    /** The page behind the link to an answer. */
    public static String answer(Frame frame, AnswerView view) {
        return Html.of(out -> JteanswerGenerated.render(out, null, frame, view));
    }

    /** The page behind the link to an identity question. */
    public static String identity(Frame frame, IdentityView view) {
        var label = frame.t("identity.answer");
        var field = new FieldItem("answer", "long-text", true, IDENTITY_LENGTH, label, List.of(), null, view.faulty());
        return Html.of(out -> JteidentityGenerated.render(out, null, frame, view, field));
    }

    /** After an identity question was answered. */
    public static String identityReceived(Frame frame) {
        return Html.of(out -> JtedoneGenerated.render(
                out, null, frame, frame.t("identity.received.title"), frame.t("identity.received.lead"), null));
    }

    /** What went wrong and how to put it right. */
    public static String problem(Frame frame, ProblemView view) {
        return Html.of(out -> JteproblemGenerated.render(out, null, frame, view));
    }

    /** Every kind of problem that a caller may meet. */
    public static String problems(Frame frame) {
        return Html.of(out -> JteproblemsGenerated.render(out, null, frame));
    }

    /** What a kind of problem means. */
    public static String problemKind(Frame frame, ProblemKind kind) {
        return Html.of(out -> JteproblemKindGenerated.render(out, null, frame, kind));
    }
}
