package dev.prolong.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the invariants of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "dev.prolong", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String SYMJA = "org.matheclipse.";
    private static final String TREE_TYPES = SYMJA + "core.interfaces.";

    /** Methods of Symja's trees and of its factory that evaluate what they are called on. */
    private static final Set<String> EVALUATING = Set.of(
            "eval",
            "evaluate",
            "evalf",
            "evalN",
            "evalDouble",
            "evalNumber",
            "evalReal",
            "evalComplex",
            "of",
            "ofNIL",
            "plus",
            "times",
            "multiply",
            "divide",
            "subtract",
            "negate",
            "opposite",
            "power",
            "inverse",
            "inc",
            "dec",
            "add",
            "pow",
            "sqrt",
            "simplify",
            "isPossibleZero");

    @ArchTest
    static final ArchRule layers = classes().should(Layers.useLowerLayersOnly());

    @ArchTest
    static final ArchRule verificationIsASecondOpinion = noClasses()
            .that(resideInAPackage("dev.prolong.verification.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.prolong.prolongation..", "dev.prolong.determining..", "dev.prolong.ansatz..");

    @ArchTest
    static final ArchRule onlySyntaxSeesAntlr = only("dev.prolong.syntax..", "org.antlr..");

    @ArchTest
    static final ArchRule onlyAlgebraSeesRings = only("dev.prolong.algebra..", "cc.redberry..");

    @ArchTest
    static final ArchRule onlyCliSeesPicocli = only("dev.prolong.cli..", "picocli..");

    @ArchTest
    static final ArchRule onlyCodegenSeesJavaPoet = only("dev.prolong.codegen..", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule symjaIsATreeTypeOutsideAlgebra = noClasses()
            .that(resideOutsideOfPackage("dev.prolong.algebra.."))
            .should()
            .dependOnClassesThat(describe("are more of Symja than its tree type", ArchitectureTest::isMoreThanTree));

    @ArchTest
    static final ArchRule onlyAlgebraEvaluates = noClasses()
            .that(resideOutsideOfPackage("dev.prolong.algebra.."))
            .should()
            .callMethodWhere(describe("Symja evaluates", ArchitectureTest::evaluates));

    @ArchTest
    static final ArchRule nobodyAsksSymjaForZero =
            noClasses().should().accessTargetWhere(describe("PossibleZeroQ", ArchitectureTest::guessesZero));

    @ArchTest
    static final ArchRule onlyCliPrints =
            noClasses().that(resideOutsideOfPackage("dev.prolong.cli..")).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyCliExits = noClasses()
            .that(resideOutsideOfPackage("dev.prolong.cli.."))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule randomnessHasASeed = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule resultsBearNoDate = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Instant|Clock|Local.*|Zoned.*|Offset.*)|java\\.util\\.(Date|Calendar)");

    /** The copies that the JDK makes iterate in another order in each JVM. */
    @ArchTest
    static final ArchRule orderIsNotDrawnByLot = noClasses()
            .should()
            .callMethod(Map.class, "copyOf", Map.class)
            .orShould()
            .callMethod(Set.class, "copyOf", Collection.class)
            .orShould()
            .callMethod(Collectors.class, "toUnmodifiableSet")
            .orShould()
            .callMethod(Collectors.class, "toUnmodifiableMap", Function.class, Function.class)
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?");

    private ArchitectureTest() {}

    private static ArchRule only(String ours, String theirs) {
        return noClasses()
                .that(resideOutsideOfPackage(ours))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(theirs);
    }

    private static boolean isMoreThanTree(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return name.startsWith(SYMJA)
                && !name.startsWith(TREE_TYPES)
                && !name.equals(SYMJA + "core.expression.S")
                && !name.equals(SYMJA + "core.expression.F");
    }

    private static boolean evaluates(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return EVALUATING.contains(call.getName())
                && (owner.equals(SYMJA + "core.expression.F")
                        || owner.equals(TREE_TYPES + "IExpr")
                        || owner.startsWith(TREE_TYPES + "IAST")
                        || owner.startsWith(TREE_TYPES + "ISymbol")
                        || owner.startsWith(TREE_TYPES + "IBuiltInSymbol"));
    }

    private static boolean guessesZero(JavaAccess<?> access) {
        return access.getTargetOwner().getName().startsWith(SYMJA)
                && (access.getName().equals("PossibleZeroQ") || access.getName().equals("isPossibleZero"));
    }
}
