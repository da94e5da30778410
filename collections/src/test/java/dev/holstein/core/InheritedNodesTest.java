package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may edit what after a bulk edit, under iterators, and for two threads; what is kept of a version beside it. */
class InheritedNodesTest {
    @Test
    void anOwnerInheritsTheNodesOfABulkEdit() {
        Ownership rights = new Ownership();
        Owner own = rights.forWrite();
        Owner bulk = new Owner();
        Owner foreign = new Owner();
        assertThat(own.owns(bulk)).isFalse();
        rights.adopt(bulk);
        assertThat(rights.forWrite()).isSameAs(own);
        assertThat(own.owns(bulk)).isTrue();
        assertThat(own.owns(own)).isTrue();
        assertThat(own.owns(foreign)).isFalse();
        assertThat(own.owns(null)).isFalse();
        assertThat(bulk.owns(own)).isFalse();
        rights.share();
        assertThat(rights.forWrite().owns(bulk)).isFalse();
    }

    @Test
    void aBulkEditThatMadeNothingLeavesNothing() {
        Ownership rights = new Ownership();
        rights.adopt(new Ownership());
        assertThat(rights.present()).isNull();
    }

    @Test
    void aRightOfCopiesInheritsNothing() {
        Ownership rights = Ownership.ofCopies();
        Owner bulk = new Owner();
        rights.adopt(bulk);
        assertThat(rights.forWrite()).isSameAs(Owner.NONE);
        assertThat(Owner.NONE.owns(bulk)).isFalse();
    }

    @Test
    void anOpenIteratorHidesThePresentToken() {
        Ownership rights = new Ownership();
        assertThat(rights.present()).isNull();
        Owner owner = rights.forWrite();
        assertThat(rights.present()).isSameAs(owner);
        Owner started = rights.iteratorStarted();
        assertThat(rights.present()).isNull();
        rights.iteratorFinished(started);
        assertThat(rights.present()).isSameAs(owner);
        rights.iteratorFinished(started);
        assertThat(rights.present()).as("finished twice").isSameAs(owner);
        Owner second = rights.iteratorStarted();
        assertThat(rights.present()).as("one more, after it").isNull();
        rights.iteratorFinished(second);
    }

    @Test
    void sharingInsideAWriteIsForItsThreadAlone() throws InterruptedException {
        Ownership rights = new Ownership();
        Owner owner = rights.forWrite();
        rights.enter();
        List<Throwable> refused = new ArrayList<>();
        Thread other = new Thread(() -> {
            try {
                rights.share();
            } catch (ConcurrentModificationException e) {
                refused.add(e);
            }
        });
        other.start();
        other.join();
        assertThat(refused).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("two threads"));
        assertThat(rights.forWrite()).isSameAs(owner);
        rights.share();
        assertThat(rights.forWrite()).isNotSameAs(owner);
    }

    @Test
    void whatIsKeptOfAVersionGoesWithIt() {
        Published<String> cell = new Published<>("first");
        assertThat(cell.kept()).isNull();
        cell.keep("first", "made");
        assertThat(cell.kept()).isEqualTo("made");
        cell.set("second");
        assertThat(cell.kept()).isNull();
        cell.keep("first", "late");
        assertThat(cell.kept()).as("of a version that is gone").isNull();
        cell.keep("second", "made");
        assertThat(cell.compareAndSet("first", "third")).isFalse();
        assertThat(cell.kept()).isEqualTo("made");
        assertThat(cell.compareAndSet("second", "third")).isTrue();
        assertThat(cell.kept()).isNull();
    }

    @Test
    void aStrangerIsNoMemberOfAGroup() {
        assertThatThrownBy(() -> Groups.member("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String cannot be in a group");
    }
}
