package dev.holstein.array.structure;

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

/** The rooms of the arrays: faces know handles, handles know pages, pages know nodes, and never the other way. */
@AnalyzeClasses(packages = "dev.holstein", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrayArchitectureTest {
    /** For those who have the library that they are for. */
    private static final String[] OPTIONAL_ROOMS = {"dev.holstein..jackson..", "dev.holstein..vavr.."};

    private static final String ROOM = "dev.holstein.array";

    /** From the ground up; a class may use its own floor and those below. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of(
                    "Counted",
                    "Page",
                    "Node",
                    "PageDirectory",
                    "PageTable",
                    "PageFormat",
                    "DirectMemory",
                    "DoublePages",
                    "IntPages",
                    "LongPages",
                    "BytePages",
                    "ReferencePages"),
            Set.of(
                    "PagePool",
                    "PoolStats",
                    "PageShelf",
                    "LeakDetection",
                    "ArrayLeak",
                    "ArrayLeaks",
                    "ArrayOptions",
                    "Paging"),
            Set.of("PageTree", "PageLookup", "PageCensus"),
            Set.of(
                    "PagedArray",
                    "Differences",
                    "PageGraph",
                    "ArrayStats",
                    "ArrayRange",
                    "CowArray",
                    "ReferenceElements",
                    "CowDoubleArray",
                    "DoubleElements",
                    "CowIntArray",
                    "IntElements",
                    "CowLongArray",
                    "LongElements",
                    "CowByteArray",
                    "ByteElements",
                    "ByteAccess",
                    "ByteView",
                    "ByteArrayReader",
                    "ByteArrayWriter",
                    "ByteArrayChannel"));

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
            .should(be(onFloors(0, FLOORS.size())));

    @ArchTest
    static final ArchRule nodesKnowNoPool =
            noClasses().that(onFloors(0, 1)).should().dependOnClassesThat(onFloors(1, FLOORS.size()));

    @ArchTest
    static final ArchRule pagesKnowNoHandle =
            noClasses().that(onFloors(0, 2)).should().dependOnClassesThat(onFloors(2, FLOORS.size()));

    @ArchTest
    static final ArchRule handlesKnowNoFace =
            noClasses().that(onFloors(0, 3)).should().dependOnClassesThat(onFloors(3, FLOORS.size()));

    @ArchTest
    static final ArchRule arraysKnowNoOtherStructure = noClasses()
            .that()
            .resideInAPackage(ROOM)
            .should()
            .dependOnClassesThat(describe(
                    "of another structure",
                    javaClass -> javaClass.getPackageName().startsWith("dev.holstein.")
                            && !Set.of(ROOM, "dev.holstein.core", "dev.holstein.cow")
                                    .contains(javaClass.getPackageName())));

    @ArchTest
    static final ArchRule cowKnowsOnlyCore = noClasses()
            .that()
            .resideInAnyPackage("dev.holstein.cow", "dev.holstein.core")
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
            .notHaveRawReturnType(describe("internal", ArrayArchitectureTest::isInternal))
            .andShould()
            .notHaveRawParameterTypes(describe(
                    "with an internal one", types -> types.stream().anyMatch(ArrayArchitectureTest::isInternal)));

    private static boolean isInternal(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith("dev.holstein")
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
