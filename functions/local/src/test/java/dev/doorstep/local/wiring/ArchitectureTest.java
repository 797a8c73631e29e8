package dev.doorstep.local.wiring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class ArchitectureTest {
    private static final String[] FUNCTIONS = {
        "dev.doorstep.orderevents..",
        "dev.doorstep.timekeeper..",
        "dev.doorstep.surveysender..",
        "dev.doorstep.surveypage..",
        "dev.doorstep.emailreply..",
        "dev.doorstep.escalator..",
        "dev.doorstep.promisewatch..",
        "dev.doorstep.supportdesk..",
        "dev.doorstep.mailevents..",
        "dev.doorstep.insights..",
        "dev.doorstep.customerdata..",
    };
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("dev.doorstep");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderevents",
                "timekeeper",
                "surveysender",
                "surveypage",
                "emailreply",
                "escalator",
                "promisewatch",
                "supportdesk",
                "mailevents",
                "insights",
                "customerdata"
            })
    void usesNoOtherFunction(String function) {
        String own = "dev.doorstep." + function + "..";
        String[] others =
                Arrays.stream(FUNCTIONS).filter(name -> !name.equals(own)).toArray(String[]::new);

        assertThat(CODE.containPackage("dev.doorstep." + function)).isTrue();
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CODE);
    }

    @Test
    void sharesOnlyWhatKnowsNoFunction() {
        noClasses()
                .that()
                .resideOutsideOfPackages(FUNCTIONS)
                .and()
                .resideOutsideOfPackage("dev.doorstep.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FUNCTIONS)
                .check(CODE);
    }

    @Test
    void deploysNothingThatIsForThisMachineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.doorstep.local..", "dev.doorstep.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.doorstep.local..", "dev.doorstep.testing..")
                .check(CODE);
    }

    @Test
    void startsFast() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.doorstep.local..", "dev.doorstep.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon.awssdk.enhanced..",
                        "software.amazon.awssdk.http.nio..",
                        "software.amazon.awssdk.http.apache..",
                        "com.amazonaws.services.lambda.runtime.events..")
                .check(CODE);
        classes()
                .that()
                .haveSimpleNameEndingWith("Handler")
                .and()
                .resideInAnyPackage(FUNCTIONS)
                .should()
                .implement(RequestStreamHandler.class)
                .check(CODE);
    }

    @Test
    void keepsNoStateInStatics() {
        fields().that()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CODE);
    }
}
