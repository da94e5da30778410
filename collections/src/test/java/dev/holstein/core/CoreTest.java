package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

class CoreTest {
    @Test
    void publishedHoldsOneState() {
        Published<String> cell = new Published<>("first");
        cell.set("second");
        assertThat(cell.get()).isEqualTo("second");
        assertThat(cell.compareAndSet("other", "third")).isFalse();
        assertThat(cell.compareAndSet("second", "third")).isTrue();
        assertThat(cell.get()).isEqualTo("third");
    }

    @Test
    void messagesNameTheValueAndWhatIsLegal() {
        assertThat(Checks.index(4, 5)).isEqualTo(4);
        assertThatThrownBy(() -> Checks.index(12, 5))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 12 out of bounds for length 5");
        assertThatThrownBy(() -> Checks.index(-1, 5)).hasMessage("index -1 out of bounds for length 5");
        assertThat(Checks.notNull("x", "name")).isEqualTo("x");
        assertThatThrownBy(() -> Checks.notNull(null, "name"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name is null");
        assertThat(Checks.present("x", "it")).isEqualTo("x");
        assertThatThrownBy(() -> Checks.present(null, "it"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bug");
        assertThat(Checks.bug("I3", "uneven")).hasMessage("bug: invariant I3 violated: uneven");
        assertThat(Checks.persistent("put", "plus"))
                .hasMessageContaining("plus")
                .hasMessageContaining("mutableCopy()");
    }

    @Test
    void footprintsAreThoseOfJol() {
        assertThat(Footprint.array(7, Integer.BYTES))
                .isEqualTo(ClassLayout.parseInstance(new int[7]).instanceSize());
        assertThat(Footprint.array(7, Long.BYTES))
                .isEqualTo(ClassLayout.parseInstance(new long[7]).instanceSize());
        assertThat(Footprint.references(7))
                .isEqualTo(ClassLayout.parseInstance(new Object[7]).instanceSize());
        assertThat(Footprint.object(2, 0))
                .isEqualTo(ClassLayout.parseInstance(new Published<>("x")).instanceSize());
    }

    @Test
    void onlyRegisteredTypesAreWalked() {
        NodeGraphs.register(StringBuilder.class, (root, visitor) -> visitor.node(root, 8));
        int[] nodes = new int[1];
        NodeGraphs.Visitor counting = new NodeGraphs.Visitor() {
            @Override
            public boolean node(Object node, long bytes) {
                nodes[0]++;
                return true;
            }

            @Override
            public void part(Object part, long bytes) {
                nodes[0]++;
            }
        };
        NodeGraphs.walk(new StringBuilder(), counting);
        assertThat(nodes[0]).isEqualTo(1);
        assertThatThrownBy(() -> NodeGraphs.walk("text", counting)).isInstanceOf(IllegalArgumentException.class);
    }
}
