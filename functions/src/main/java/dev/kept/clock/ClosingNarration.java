package dev.kept.clock;

import java.util.ArrayList;
import java.util.List;

/** Tells how the days of an account that ends came about. */
record ClosingNarration(Closing closing) {
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var terms = closing.terms();
        steps.add(new Step(
                "the account ends on " + closing.effective() + " (" + terms.zone() + ")",
                "le compte prend fin le " + closing.effective() + " (" + terms.zone() + ")"));
        var promise = Span.of(terms.purge());
        steps.add(Wording.promise(promise, closing.promised().toString()));
        closing.law().ifPresent(law -> addLaw(steps, law));
        if (closing.mode() == ExitMode.ERASE_NOW && closing.chosenDate().isAfter(closing.effective())) {
            steps.add(new Step(
                    "erasure chosen on " + closing.chosenDate() + ": the promise runs from then → "
                            + closing.lastDate(),
                    "effacement choisi le " + closing.chosenDate() + " : la promesse court de ce jour → "
                            + closing.lastDate()));
        }
        steps.add(plan());
        return steps;
    }

    private void addLaw(List<Step> steps, RuleSet law) {
        var source = law.source();
        if (closing.mode() == ExitMode.ERASE_NOW) {
            steps.add(Step.of(
                    "the customer chose erasure: nothing is kept to be fetched",
                    "le client a choisi l’effacement : rien n’est gardé pour être récupéré",
                    "Reg. 2023/2854 art. 25(2)(c)"));
        } else {
            var last = closing.lastToFetch().orElseThrow();
            steps.add(Step.of("to be fetched until " + last, "récupération possible jusqu’au " + last, source));
            steps.add(
                    closing.isGuarded()
                            ? Step.of(
                                    "the purge begins only after that, and is done by " + closing.lastDate(),
                                    "l’effacement ne commence qu’après, et s’achève au plus tard le "
                                            + closing.lastDate(),
                                    "Reg. 2023/2854 art. 25(2)(h)")
                            : new Step(
                                    "the promise is not earlier, and stands",
                                    "la promesse n’est pas plus courte, et demeure"));
        }
        if (closing.flags().contains(Flag.WARN_DATA_ACT_25_2_G)) {
            var least = Wording.english(law.period().span());
            steps.add(new Step(
                    Flag.WARN_DATA_ACT_25_2_G + ": the law gives " + least + " at least",
                    Flag.WARN_DATA_ACT_25_2_G + " : la loi donne au moins "
                            + Wording.french(law.period().span())));
        }
    }

    private Step plan() {
        var end = ", purge " + closing.purgeDate() + ", end " + closing.lastDate();
        var fin = ", effacement " + closing.purgeDate() + ", fin " + closing.lastDate();
        if (closing.mode() == ExitMode.ERASE_NOW) {
            return new Step("freeze " + closing.effective() + end, "gel " + closing.effective() + fin);
        }
        var export = closing.effective().plusDays(1);
        return new Step(
                "freeze " + closing.effective() + ", export " + export + ", second notice " + closing.secondNoticeDate()
                        + end,
                "gel " + closing.effective() + ", export " + export + ", second avis " + closing.secondNoticeDate()
                        + fin);
    }
}
