package dev.holstein.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    @Test
    void keepsItsTokenUntilItShares() {
        Ownership rights = new Ownership();
        Owner owner = rights.forWrite();
        assertThat(rights.forWrite()).isSameAs(owner);
        assertThat(rights.owns(owner.tag())).isTrue();
        rights.share();
        assertThat(rights.owns(owner.tag())).isFalse();
        assertThat(rights.forWrite()).isNotSameAs(owner);
    }

    @Test
    void noneLeavesNoMarkAndMatchesNothing() {
        assertThat(Owner.NONE.tag()).isNull();
        assertThat(Ownership.PERSISTENT.forWrite()).isSameAs(Owner.NONE);
        assertThat(Ownership.PERSISTENT.owns(null)).isFalse();
        assertThat(Ownership.ofCopies().forWrite()).isSameAs(Owner.NONE);
    }

    @Test
    void anUnfinishedIteratorTakesTheTokenAtTheNextWriteOnly() {
        Ownership rights = new Ownership();
        Owner before = rights.forWrite();
        Owner first = rights.iteratorStarted();
        Owner second = rights.iteratorStarted();
        assertThat(rights.owns(before)).isFalse();
        rights.iteratorFinished(first);
        rights.iteratorFinished(second);
        assertThat(rights.owns(before)).isTrue();
        assertThat(rights.forWrite()).isSameAs(before);
        Owner third = rights.iteratorStarted();
        Owner after = rights.forWrite();
        assertThat(after).isNotSameAs(before);
        rights.iteratorFinished(third); // too late: says nothing about the new token
        rights.iteratorFinished(null);
        assertThat(rights.forWrite()).isSameAs(after);
    }

    @Test
    void anIteratorOverSharedNodesIsNotCounted() {
        Ownership rights = new Ownership();
        assertThat(rights.iteratorStarted()).isNull();
        Owner owner = rights.forWrite();
        assertThat(rights.owns(owner)).isTrue();
    }

    @Test
    void adoptsTheTokenAndTheCountsOfABulkEdit() {
        Ownership rights = new Ownership();
        rights.count(2, 3);
        Ownership bulk = new Ownership();
        Owner owner = bulk.forWrite();
        bulk.count(5, 7);
        rights.count(bulk);
        rights.adopt(bulk);
        assertThat(rights.forWrite()).isSameAs(owner);
        assertThat(rights.nodesCopied()).isEqualTo(7);
        assertThat(rights.nodesEditedInPlace()).isEqualTo(10);
    }

    @Test
    void refusesAWriteInsideAWrite() throws InterruptedException {
        Ownership rights = new Ownership();
        rights.enter();
        assertThatThrownBy(rights::enter)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("recursive");
        Throwable[] seen = new Throwable[1];
        Thread other = new Thread(() -> {
            try {
                rights.enter();
            } catch (ConcurrentModificationException e) {
                seen[0] = e;
            }
        });
        other.start();
        other.join();
        assertThat(seen[0]).hasMessageContaining("two threads");
        rights.writer = Ownership.NOBODY;
        rights.enter();
    }
}
