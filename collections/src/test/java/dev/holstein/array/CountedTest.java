package dev.holstein.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Counts of references: the last one is told, and what was given back never comes back. */
class CountedTest {
    private final Page page = new Page();

    @Test
    void theLastReferenceIsTold() {
        assertThat(page.isShared()).isFalse();
        page.retain();
        assertThat(page.isShared()).isTrue();
        assertThat(page.drop()).isFalse();
        assertThat(page.isShared()).isFalse();
        assertThat(page.drop()).isTrue();
        assertThat(page.count()).isZero();
    }

    @Test
    void whatWasGivenBackIsNotReferredToAgain() {
        assertThat(page.drop()).isTrue();
        assertThatThrownBy(page::retain).hasMessageContaining("A1").hasMessageContaining("count 0");
        assertThat(page.count()).isZero();
    }

    @Test
    void whatWasGivenBackIsNotGivenBackAgain() {
        assertThat(page.drop()).isTrue();
        assertThatThrownBy(page::drop).hasMessageContaining("A2").hasMessageContaining("count 0");
    }
}
