package dev.holstein.array.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.CowArray;
import dev.holstein.array.CowLongArray;
import dev.holstein.array.PagedArray;
import dev.holstein.cow.SharingReport;
import org.junit.jupiter.api.Test;

/** What several arrays share, told by {@link SharingReport} from the nodes, is what they tell themselves by their counts. */
class ArraySharingReportTest {
    private static final int PAGE = 8;
    private static final int PAGES = 40;
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
        ArrayOptions options = ArrayOptions.defaults().withPageSize(PAGE);
        try (CowLongArray array = CowLongArray.ofLength(PAGE * PAGES, options)) {
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

    private static long nodes(SharingReport report, PagedArray<?> array) {
        return report.heldAloneBy(array).nodes();
    }
}
