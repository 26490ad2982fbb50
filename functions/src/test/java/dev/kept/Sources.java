package dev.kept;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes that are deployed, without those of tests. */
final class Sources {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kept");

    private Sources() {}

    static List<JavaClass> handlers() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Handler"))
                .toList();
    }
}
