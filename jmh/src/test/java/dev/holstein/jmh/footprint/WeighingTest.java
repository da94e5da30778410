package dev.holstein.jmh.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.jmh.subject.ListSubject;
import dev.holstein.jmh.subject.MapSubject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind is weighed in every state, and the figures are those that are known or reported otherwise. */
class WeighingTest {
    private static final int SIZE = 500;
    private static final List<String> STATES =
            List.of("bulk", "one by one", "churn", "snapshot+1 write", "snapshot+100 writes", "snapshot+10000 writes");

    /** At most so many bytes are the handle of a snapshot, which is no node. */
    private static final long HANDLE = 80;

    static List<Kind> kinds() {
        return Kind.all();
    }

    @Test
    void theKindsAreAllSubjectsAndSomeMore() {
        Set<String> expected = Stream.concat(
                        Stream.concat(
                                Stream.of(MapSubject.values()).map(subject -> "map " + subject),
                                Stream.of(ListSubject.values()).map(subject -> "list " + subject)),
                        Stream.of(
                                "set COW",
                                "set CONCURRENT",
                                "set PERSISTENT",
                                "set TREE_SET",
                                "set SKIP_LIST",
                                "set HASH_SET",
                                "set VAVR"))
                .collect(Collectors.toSet());
        assertThat(Kind.all()).extracting(Kind::toString).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyStateIsWeighed(Kind kind) {
        List<FootprintRow> rows = Weighing.of(kind, SIZE);
        assertThat(rows).extracting(FootprintRow::state).isEqualTo(STATES);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.kind()).isEqualTo(kind);
            assertThat(row.size()).isEqualTo(SIZE);
            assertThat(row.bytes()).isPositive();
            if (row.reportedBytes() != null) {
                assertThat(row.bytes() - row.reportedBytes())
                        .as("handle beside the nodes that the library reports")
                        .isBetween(1L, HANDLE);
            }
        });
        assertThat(rows.subList(0, 3))
                .allSatisfy(row -> assertThat(row.bytesPerElement())
                        .as(row.state())
                        .isGreaterThanOrEqualTo(kind.structure().equals("map") ? 8 : 4));
    }

    @Test
    void ourSnapshotsAreReportedToo() {
        Set<String> reported = new HashSet<>();
        for (Kind kind : Kind.all()) {
            if (kind.toString().matches("\\w+ (COW|CONCURRENT|PERSISTENT)(_LIST)?")) {
                reported.add(kind.toString());
                assertThat(Weighing.of(kind, 100).subList(3, 6))
                        .allSatisfy(row -> assertThat(row.reportedBytes()).isPositive());
            }
        }
        assertThat(reported).hasSize(9);
    }

    @Test
    void aMapOfTreesWeighsTheSameInEveryState() {
        assertThat(Weighing.of(kind("map TREE_MAP"), SIZE))
                .extracting(FootprintRow::bytes)
                .containsOnly(48L + 40 * SIZE);
    }

    /** A larger size tells what is left out. */
    @Test
    void whatCopiesAllIsNotEditedBeyondItsSize() {
        assertThat(Weighing.of(kind("list COPY_ON_WRITE"), 10_001))
                .extracting(FootprintRow::state)
                .doesNotContain("one by one", "churn")
                .hasSize(4);
        assertThat(Weighing.of(kind("list ARRAY_LIST"), 10_001))
                .extracting(FootprintRow::state)
                .doesNotContain("churn")
                .hasSize(5);
    }

    /** A shared structure keeps little alive after one write, a copied one all. */
    @Test
    void oneWriteAfterASnapshotCostsOursAPath() {
        assertThat(bytes("map CONCURRENT", 3)).isLessThan(bytes("map CONCURRENT", 0) / 10);
        assertThat(bytes("list CONCURRENT_LIST", 3)).isLessThan(bytes("list CONCURRENT_LIST", 0) / 4);
        assertThat(bytes("list ARRAY_LIST", 3)).isEqualTo(bytes("list ARRAY_LIST", 0));
    }

    private static long bytes(String name, int state) {
        return Weighing.of(kind(name), 20_000).get(state).bytes();
    }

    private static Kind kind(String name) {
        return Kind.all().stream()
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
