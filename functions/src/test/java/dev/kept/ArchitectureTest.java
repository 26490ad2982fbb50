package dev.kept;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Who may know whom, as rules over the compiled classes. */
class ArchitectureTest {
    private static final String AWS = "software.amazon.awssdk..";

    @Test
    void capabilitiesDependOnEachOtherInOneDirection() {
        // classes of dev.kept itself are in no slice: what handlers take from Wiring is the one knowing way back
        check(slices().matching("dev.kept.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyHandlersKnowTheWiring() {
        check(classes()
                .that(resideInAPackage("dev.kept"))
                .should()
                .onlyHaveDependentClassesThat(resideInAPackage("dev.kept").or(simpleNameEndingWith("Handler"))));
    }

    @Test
    void theTechnicalPackagesKnowNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.kept.items..")
                .should()
                .dependOnClassesThat(ours("dev.kept.items")));
        check(noClasses()
                .that()
                .resideInAPackage("dev.kept.json..")
                .should()
                .dependOnClassesThat(ours("dev.kept.json")));
        check(noClasses()
                .that()
                .resideInAPackage("dev.kept.http..")
                .should()
                .dependOnClassesThat(ours("dev.kept.http", "dev.kept.items", "dev.kept.json")));
        check(noClasses()
                .that()
                .resideInAPackage("dev.kept.step..")
                .should()
                .dependOnClassesThat(ours("dev.kept.step", "dev.kept.http")));
    }

    @Test
    void onlyTheWiringReadsTheEnvironment() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Wiring.class.getName())
                .should()
                .callMethodWhere(calls(System.class, "getenv")));
    }

    @Test
    void handlersAndUseCasesSayWhatTheyDoAndNotHowAwsDoes() {
        check(noClasses()
                .that(simpleNameEndingWith("Handler").or(useCase()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AWS));
    }

    @Test
    void rulesAndPagesDoNotReachAws() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.kept.clock..", "dev.kept.policy..", "dev.kept.page..", "dev.kept.intake..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AWS));
    }

    @Test
    void onlyTheEdgeKnowsLambda() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.kept.http..", "dev.kept.step..")
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws.."));
    }

    @Test
    void timeComesFromAClock() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "tells the time without a clock",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class)))));
        check(noClasses()
                .should()
                .callMethodWhere(calls(System.class, "currentTimeMillis"))
                .orShould()
                .callMethodWhere(calls(System.class, "nanoTime"))
                .orShould()
                .callConstructor(Date.class));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Wiring.class.getName())
                .should()
                .callMethodWhere(describe(
                        "makes a clock",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system"))));
    }

    @Test
    void noContainerAndNoMagic() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.mockito..",
                        "org.springframework..",
                        "lombok..",
                        "com.fasterxml.jackson.databind..",
                        "org.apache.http..",
                        "io.netty..",
                        "java.lang.reflect.."));
    }

    private static void check(ArchRule rule) {
        rule.check(Sources.CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String name) {
        return describe(
                owner.getSimpleName() + "." + name,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> ours(String... except) {
        return resideInAPackage("dev.kept..").and(describe("are not of " + String.join(", ", except), type -> {
            for (var allowed : except) {
                if (type.getPackageName().equals(allowed)) {
                    return false;
                }
            }
            return true;
        }));
    }

    /** What a handler is named after: {@code SubmitRequest} of {@code SubmitRequestHandler}. */
    private static DescribedPredicate<JavaClass> useCase() {
        return describe("are use cases", type -> Sources.CLASSES.contain(type.getName() + "Handler"));
    }
}
