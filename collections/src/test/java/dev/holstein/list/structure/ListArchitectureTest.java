package dev.holstein.list.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The floors of the lists, as the documentation of the package draws them: each knows only those below. */
@AnalyzeClasses(packages = "dev.holstein", importOptions = ImportOption.DoNotIncludeTests.class)
class ListArchitectureTest {
    private static final String ROOM = "dev.holstein.list";

    /** From the ground up; a class may use its own floor and those below. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("ListNode", "TailClaim"),
            Set.of("ListState", "ListWindow", "ListCursor", "ListSearch", "ListLookup", "ListInvariants"),
            Set.of(
                    "ListEdit",
                    "ListInsert",
                    "ListRemove",
                    "ListCut",
                    "ListJoin",
                    "ListSpine",
                    "ListParts",
                    "ListDiff",
                    "ListChange",
                    "ListRuns"),
            Set.of("ListDraft", "ListBulk"),
            Set.of(
                    "ListReads",
                    "ListView",
                    "SubList",
                    "ListWalk",
                    "ListLiveWalk",
                    "ListSpliterator",
                    "ReversedList",
                    "ListGraph"),
            Set.of("PersistentList", "CowList", "ConcurrentList", "ListSerial", "ListSplit"));

    private static DescribedPredicate<JavaClass> onFloors(int from, int to) {
        return describe(
                "on floors " + from + " to " + (to - 1),
                javaClass -> javaClass.getPackageName().equals(ROOM)
                        && FLOORS.subList(from, to).stream().anyMatch(floor -> floor.contains(outermost(javaClass))));
    }

    /** A version begins the edit that makes the next one: the one way up that is drawn nowhere. */
    private static DescribedPredicate<JavaClass> onFloorsBut(int from, int to, String exception) {
        return describe(
                "on floors " + from + " to " + (to - 1) + " but not " + exception,
                javaClass -> onFloors(from, to).test(javaClass)
                        && !outermost(javaClass).equals(exception));
    }

    private static String outermost(JavaClass javaClass) {
        String name = javaClass.getName().substring(ROOM.length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @ArchTest
    static final ArchRule everyClassHasItsFloor = classes()
            .that()
            .resideInAPackage(ROOM)
            .and()
            .doNotHaveSimpleName("package-info")
            .should(be(onFloors(0, FLOORS.size())));

    @ArchTest
    static final ArchRule nodesKnowNoVersion =
            noClasses().that(onFloors(0, 1)).should().dependOnClassesThat(onFloors(1, FLOORS.size()));

    @ArchTest
    static final ArchRule versionsKnowNoOperationButTheEdit =
            noClasses().that(onFloors(0, 2)).should().dependOnClassesThat(onFloorsBut(2, FLOORS.size(), "ListEdit"));

    @ArchTest
    static final ArchRule onlyAVersionBeginsAnEdit =
            noClasses().that(onFloorsBut(0, 2, "ListState")).should().dependOnClassesThat(onFloors(2, FLOORS.size()));

    @ArchTest
    static final ArchRule operationsKnowNoWrite =
            noClasses().that(onFloors(0, 3)).should().dependOnClassesThat(onFloors(3, FLOORS.size()));

    @ArchTest
    static final ArchRule writesKnowNoView =
            noClasses().that(onFloors(0, 4)).should().dependOnClassesThat(onFloors(4, FLOORS.size()));

    @ArchTest
    static final ArchRule viewsKnowNoFace =
            noClasses().that(onFloors(0, 5)).should().dependOnClassesThat(onFloors(5, FLOORS.size()));

    @ArchTest
    static final ArchRule listsKnowNoOtherStructure = noClasses()
            .that()
            .resideInAPackage(ROOM)
            .should()
            .dependOnClassesThat(describe(
                    "of another structure",
                    javaClass -> javaClass.getPackageName().startsWith("dev.holstein.")
                            && !Set.of(ROOM, "dev.holstein.core", "dev.holstein.cow")
                                    .contains(javaClass.getPackageName())));

    @ArchTest
    static final ArchRule nobodyBelowKnowsLists = noClasses()
            .that()
            .resideInAnyPackage("dev.holstein.cow", "dev.holstein.core", "dev.holstein.array")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOM);

    @ArchTest
    static final ArchRule nothingInternalIsInTheApi = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(ROOM)
            .and()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(describe("internal", ListArchitectureTest::isInternal))
            .andShould()
            .notHaveRawParameterTypes(describe(
                    "with an internal one", types -> types.stream().anyMatch(ListArchitectureTest::isInternal)));

    private static boolean isInternal(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith("dev.holstein")
                && (javaClass.getPackageName().equals("dev.holstein.core")
                        || !javaClass.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
