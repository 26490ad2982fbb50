package dev.kept.clock;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The clock computes from what it is given and knows nothing else of Kept. */
class PureFunctionTest {
    private static final String CLOCK = "dev.kept.clock..";

    @Test
    void nothingReadsTheTimeTheMachineOrChance() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now|systemDefault|getDefault|getenv|getProperty|random")))
                .check(production());
    }

    @Test
    void nothingElseOfKeptIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CLOCK, "java..", "dev.kept.json..", "org.jspecify..")
                .check(production());
    }

    private static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.kept.clock");
    }
}
