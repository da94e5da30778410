package dev.holstein.array.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowDoubleArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagedArray;
import dev.holstein.cow.SharingReport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphLayout;

/** What several arrays share, told by {@link SharingReport} from the nodes, is what they tell themselves by their counts. */
class ArraySharingReportTest {
    private static final int PAGE = 8;
    private static final int PAGES = 40;
    private static final ArrayOptions PAGED = ArrayOptions.defaults().withPageSize(PAGE);
    private static final long PAGE_BYTES = 16 + 16 + PAGE * Long.BYTES;

    @Test
    void arraysThatShareNothingAreHeldAlone() {
        try (CowArray<String> one = CowArray.copyOf(new String[] {"a", "b"});
                CowArray<String> other = CowArray.copyOf(new String[] {"a", "b"})) {
            SharingReport report = SharingReport.of(one, other);
            assertThat(report.shared().nodes()).isZero();
            assertThat(report.heldAloneBy(one)).isEqualTo(report.heldAloneBy(other));
        }
    }

    @Test
    void whatDivergedIsHeldAlone() {
        try (CowLongArray array = CowLongArray.ofLength(PAGE * PAGES, PAGED)) {
            array.fill(1);
            CowLongArray snapshot = array.snapshot();
            assertThat(SharingReport.of(array, snapshot).heldAloneBy(array).nodes())
                    .isZero();
            array.set(0, 2);
            array.set(PAGE, 2);
            array.set(PAGE * (PAGES - 1), 2);
            SharingReport report = SharingReport.of(array, snapshot);
            assertThat(nodes(report, array)).isEqualTo(nodes(report, snapshot)).isGreaterThanOrEqualTo(4);
            assertThat(report.heldAloneBy(snapshot).bytes()).isGreaterThan(3 * PAGE_BYTES);
            assertThat(snapshot.stats().ownPages()).isEqualTo(3);
            snapshot.close();
            assertThat(array.isUnique()).isTrue();
        }
    }

    /** A page, a node, and a node of nodes: less than one, one, and a bit more; with one page in three written. */
    static LongStream lengths() {
        long node = PAGE * ArrayProbe.fanOut();
        return LongStream.of(0, 1, PAGE, node, 3 * node, node * ArrayProbe.fanOut())
                .flatMap(length -> LongStream.rangeClosed(Math.max(0, length - 1), length + 1))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void nodesAndBytesAreThoseOfJol(long length) {
        try (CowDoubleArray array = CowDoubleArray.ofLength(length, PAGED)) {
            assertThat(SharingReport.of(array).total()).isEqualTo(byJol(array));
            for (long index = length - 1; index >= 0; index -= 3 * PAGE) {
                array.set(index, 1);
            }
            assertThat(SharingReport.of(array).total()).isEqualTo(byJol(array));
            CowDoubleArray snapshot = array.snapshot();
            array.clear(0, length);
            assertThat(SharingReport.of(array).total()).isEqualTo(byJol(array));
            if (length > 0) {
                assertThat(nodes(SharingReport.of(array), array))
                        .as("nodes without a page but the root")
                        .isEqualTo(1);
            }
            assertThat(SharingReport.of(snapshot).total()).isEqualTo(byJol(snapshot));
            snapshot.close();
        }
    }

    @Test
    void nodesGoWithTheirLastPage() {
        long node = PAGE * ArrayProbe.fanOut();
        long length = 2 * node * ArrayProbe.fanOut();
        try (CowDoubleArray array = CowDoubleArray.ofLength(length, PAGED)) {
            array.set(0, 1);
            long one = nodes(SharingReport.of(array), array);
            array.set(PAGE, 1);
            array.set(node, 1);
            array.set(length - 1, 1);
            array.clear(PAGE, length);
            assertThat(nodes(SharingReport.of(array), array)).isEqualTo(one);
            assertThat(one).isEqualTo(ArrayProbe.levels(array) + 1);
            array.clear(0, PAGE);
            assertThat(nodes(SharingReport.of(array), array)).isEqualTo(1);
            ArrayProbe.check(array);
        }
    }

    private static SharingReport.Amount byJol(PagedArray<?> array) {
        GraphLayout layout = ArrayProbe.layout(array);
        return new SharingReport.Amount(ArrayProbe.nodes(layout), layout.totalSize());
    }

    private static long nodes(SharingReport report, PagedArray<?> array) {
        return report.heldAloneBy(array).nodes();
    }
}
