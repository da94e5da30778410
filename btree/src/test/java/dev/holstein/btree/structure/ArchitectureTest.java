package dev.holstein.btree.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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

/**
 * Dependencies point one way: faces to views and cursors, to operations, to nodes, to ownership. Nothing internal is exported.
 */
@AnalyzeClasses(packages = "dev.holstein", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The floors of the room, from the ground up; a class may use its own floor and those below. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("KeyPrefix", "KeyStem", "KeyOrder", "Prefixes", "Separators", "BNode", "BLeaf", "BInner"),
            Set.of(
                    "BTreeState",
                    "BTreeSearch",
                    "BTreeRange",
                    "BTreeCursor",
                    "BTreeChange",
                    "BTreeInsert",
                    "BTreeDelete",
                    "BTreeLevel",
                    "BTreeBuilder",
                    "BTreeParts",
                    "BTreeEdit",
                    "BTreeInPlace",
                    "BTreeBulk",
                    "BTreeReplacement",
                    "BTreeSorter",
                    "BTreePairs",
                    "BTreeAlgebra",
                    "BTreeDiff",
                    "BTreeInvariants"),
            Set.of(
                    "BTreeWindow",
                    "BTreeReads",
                    "BTreeView",
                    "BTreeFace",
                    "BTreeSubMap",
                    "BTreeIterator",
                    "BTreeSpliterator",
                    "BTreeElements",
                    "BTreeKeySet",
                    "BTreeSetFace",
                    "BTreeEntrySet",
                    "BTreeValues",
                    "BTreeGraph"),
            Set.of(
                    "RankedMap",
                    "ConcurrentRankedMap",
                    "RankedSet",
                    "MapChange",
                    "SetChange",
                    "Split",
                    "PersistentBTreeMap",
                    "CowBTreeMap",
                    "ConcurrentBTreeMap",
                    "PersistentBTreeSet",
                    "CowBTreeSet",
                    "ConcurrentBTreeSet",
                    "BTreeSubMaps",
                    "BTreeSubSet",
                    "BTreeChanges",
                    "BTreeCollectors",
                    "BTreeSerial",
                    "BTreeViewSerial"));

    /** For those who have the library that they are for. */
    private static final String[] OPTIONAL_ROOMS = {"dev.holstein..jackson..", "dev.holstein..vavr.."};

    private static final String ROOM = "dev.holstein.btree";

    private static DescribedPredicate<JavaClass> onFloors(int from, int to) {
        return describe(
                "on floors " + from + " to " + (to - 1),
                javaClass -> FLOORS.subList(from, to).stream()
                        .anyMatch(floor ->
                                javaClass.getPackageName().equals(ROOM) && floor.contains(outermost(javaClass))));
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
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(onFloors(0, FLOORS.size())));

    @ArchTest
    static final ArchRule nodesKnowNoOperation =
            noClasses().that(onFloors(0, 1)).should().dependOnClassesThat(onFloors(1, FLOORS.size()));

    @ArchTest
    static final ArchRule operationsKnowNoView =
            noClasses().that(onFloors(0, 2)).should().dependOnClassesThat(onFloors(2, FLOORS.size()));

    @ArchTest
    static final ArchRule viewsKnowNoConcreteFace =
            noClasses().that(onFloors(0, 3)).should().dependOnClassesThat(onFloors(3, FLOORS.size()));

    @ArchTest
    static final ArchRule onlyFacesArePublic = classes()
            .that()
            .resideInAPackage(ROOM)
            .and()
            .arePublic()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(onFloors(3, 4)));

    @ArchTest
    static final ArchRule coreKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.holstein.core..")
            .should()
            .dependOnClassesThat(describe(
                    "of another room",
                    javaClass -> javaClass.getPackageName().startsWith("dev.holstein.")
                            && !javaClass.getPackageName().equals("dev.holstein.core")));

    @ArchTest
    static final ArchRule cowKnowsOnlyCore = noClasses()
            .that()
            .resideInAPackage("dev.holstein.cow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.holstein.btree..");

    @ArchTest
    static final ArchRule nothingInternalIsInTheApi = methods()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ROOM, "dev.holstein.cow")
            .and()
            .arePublic()
            .should()
            .notHaveRawReturnType(describe("internal", ArchitectureTest::isInternal))
            .andShould()
            .notHaveRawParameterTypes(
                    describe("with an internal one", types -> types.stream().anyMatch(ArchitectureTest::isInternal)));

    private static boolean isInternal(JavaClass javaClass) {
        boolean ours = javaClass.getPackageName().startsWith("dev.holstein");
        return ours
                && (javaClass.getPackageName().equals("dev.holstein.core")
                        || !javaClass.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @ArchTest
    static final ArchRule nothingButTheJdkAtRunTime = noClasses()
            .that()
            .resideOutsideOfPackages(OPTIONAL_ROOMS)
            .should()
            .dependOnClassesThat(describe("neither ours, nor the JDK's, nor JSpecify's", javaClass -> {
                String name = javaClass.getPackageName();
                return !(name.isEmpty()
                        || name.startsWith("dev.holstein")
                        || name.startsWith("java.")
                        || name.startsWith("org.jspecify"));
            }));

    /** So the libraries that they are for may be absent. */
    @ArchTest
    static final ArchRule nobodyNeedsAnOptionalRoom = noClasses()
            .that()
            .resideOutsideOfPackages(OPTIONAL_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPTIONAL_ROOMS);
}
