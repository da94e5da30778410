package dev.holstein.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphLayout;

/**
 * What tests may look at inside arrays. The counts are compared with a recount over all handles that are open, so a test gives
 * all of them.
 *
 * <ul>
 *   <li>A3: every node and page is counted once for each handle whose root it is and each slot that refers to it.
 *   <li>A4: a page that a handle takes for its alone, and all nodes above it, are referred to once.
 *   <li>A5: a slot has memory if it has a page; each page has its own memory, of the right length.
 *   <li>A7: what a handle takes for the memory of its pages is that.
 *   <li>A6: there are as many pages as the length needs, and as few levels as they need; a node has as many slots as the array has pages
 *       there, and at most the fan-out.
 * </ul>
 */
public final class ArrayProbe {
    private final Map<Counted, Integer> references = new IdentityHashMap<>();
    private final Map<Object, Page> memory = new IdentityHashMap<>();

    private ArrayProbe() {}

    /** Checks everything that open handles refer to; they may come of several arrays. */
    public static void check(PagedArray<?>... open) {
        check(List.of(open));
    }

    /** Checks everything that open handles refer to; they may come of several arrays. */
    public static void check(Iterable<? extends PagedArray<?>> open) {
        ArrayProbe probe = new ArrayProbe();
        for (PagedArray<?> array : open) {
            Paging paging = array.tree.paging;
            checkDivision(paging);
            probe.count(array.tree.root(), paging, paging.topShift, 0);
        }
        probe.references.forEach((counted, expected) ->
                assertThat(counted.count()).as("A3: count of %s", counted).isEqualTo(expected));
        for (PagedArray<?> array : open) {
            checkLookup(array, array.tree.root(), array.tree.paging.topShift, 0, true);
        }
    }

    private static void checkDivision(Paging paging) {
        BigInteger length = BigInteger.valueOf(paging.length);
        BigInteger[] pages = length.divideAndRemainder(BigInteger.valueOf(paging.pageSize));
        assertThat(paging.pages).as("A6: pages").isEqualTo(pages[0].longValueExact() + pages[1].signum());
        int levels = 0;
        for (long nodes = paging.pages; levels == 0 || nodes > 1; levels++) {
            nodes = (nodes + Node.FAN_OUT - 1) / Node.FAN_OUT;
        }
        assertThat(paging.topShift).as("A6: levels").isEqualTo((levels - 1) * Node.FAN_OUT_BITS);
    }

    private void count(Node node, Paging paging, int shift, long first) {
        if (references.merge(node, 1, Integer::sum) > 1) {
            return;
        }
        long covered = (paging.pages - first + (1L << shift) - 1) >>> shift;
        int size = (int) Math.min(Node.FAN_OUT, covered);
        if (node instanceof PageTable table) {
            assertThat(shift).as("A6: level of a table").isZero();
            assertThat(table.pages).as("A6").hasSize(size);
            assertThat(table.memory).as("A6").hasSize(size);
            for (int slot = 0; slot < size; slot++) {
                count(table, slot, paging, first + slot);
            }
            return;
        }
        PageDirectory directory = (PageDirectory) node;
        assertThat(shift).as("A6: level of a directory").isPositive();
        assertThat(directory.children).as("A6").hasSize(size);
        for (int slot = 0; slot < size; slot++) {
            Node child = directory.children[slot];
            if (child != null) {
                count(child, paging, shift - Node.FAN_OUT_BITS, first + ((long) slot << shift));
            }
        }
    }

    private void count(PageTable table, int slot, Paging paging, long number) {
        Page page = table.pages[slot];
        Object contents = table.memory[slot];
        assertThat(page == null).as("A5: page %s", number).isEqualTo(contents == null);
        if (page == null) {
            return;
        }
        references.merge(page, 1, Integer::sum);
        Page before = memory.putIfAbsent(contents, page);
        assertThat(before == null || before == page)
                .as("A5: one memory of two pages")
                .isTrue();
        assertThat(paging.format.length(contents)).as("A5").isEqualTo(paging.elements(number));
    }

    private static void checkLookup(PagedArray<?> array, Node node, int shift, long first, boolean aloneAbove) {
        boolean alone = aloneAbove && node.count() == 1;
        if (node instanceof PageTable table) {
            for (int slot = 0; slot < table.pages.length; slot++) {
                long page = first + slot;
                if (array.takesForOwn(page)) {
                    assertThat(alone).as("A4: nodes above page %s", page).isTrue();
                    assertThat(table.pages[slot]).as("A4: page %s", page).isNotNull();
                    assertThat(table.pages[slot].count())
                            .as("A4: page %s", page)
                            .isEqualTo(1);
                }
                if (array.known().length > 0) {
                    assertThat(array.known()[(int) page])
                            .as("A7: page %s", page)
                            .isSameAs(table.memory[slot]);
                }
            }
            return;
        }
        PageDirectory directory = (PageDirectory) node;
        for (int slot = 0; slot < directory.children.length; slot++) {
            Node child = directory.children[slot];
            if (child != null) {
                long firstBelow = first + ((long) slot << shift);
                checkLookup(array, child, shift - Node.FAN_OUT_BITS, firstBelow, alone);
            }
        }
    }

    /** What JOL finds of an array without its handle: nodes, pages, and the memory of the pages if it is on the heap. */
    public static GraphLayout layout(PagedArray<?> array) {
        return GraphLayout.parseInstance(array.tree.root());
    }

    /** How many nodes and pages are in a layout, the arrays in them not counted. */
    public static long nodes(GraphLayout layout) {
        return Stream.of(PageDirectory.class, PageTable.class, Page.class)
                .mapToLong(type -> layout.getClassCounts().count(type))
                .sum();
    }

    /** How many levels of directories and tables there are. */
    public static int levels(PagedArray<?> array) {
        return array.tree.paging.topShift / Node.FAN_OUT_BITS + 1;
    }

    /** How many pages, or nodes, a node has below it. */
    public static int fanOut() {
        return Node.FAN_OUT;
    }
}
